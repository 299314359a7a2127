"""What was told, as label and text."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kith.care.terms import DOMAIN_WORDS, NeedDomain
from kith.consent.terms import Kind
from kith.disclosure.queries.what_was_shared import SharedPage

KIND_WORDS = {
    Kind.NEED: _("Need"),
    Kind.LANGUAGE: _("Language"),
    Kind.ROUGH_AREA: _("Area"),
    Kind.TIMES: _("Times"),
    Kind.ACCESS: _("Access"),
    Kind.NAME: _("Name"),
    Kind.CONTACT: _("How to reach them safely"),
    Kind.ADDRESS: _("Address"),
    Kind.HEALTH_NOTES: _("Health notes"),
    Kind.FAMILY: _("Family members"),
    Kind.OTHER_NEEDS: _("Other needs"),
}


@dataclass(frozen=True, slots=True)
class ToldItem:
    """One thing that was told."""

    kind: Kind
    label: str
    text: str


def told_items(shared: SharedPage) -> list[ToldItem]:
    """The things told, in the order of Kind; none once sharing stopped."""
    return [ToldItem(item.kind, str(KIND_WORDS[item.kind]), item.text) for item in shared.items]


def need_to_tell(*, ask_words: str, domain: NeedDomain) -> str:
    """The need as a partner reads it: as it was put for them, else only what it is about."""
    return ask_words or str(DOMAIN_WORDS[domain])
