"""What was told, as label and text."""

from dataclasses import dataclass

from django.utils.text import capfirst

from kith.care.terms import DOMAIN_WORDS, NeedDomain
from kith.consent.terms import KIND_WORDS, Kind
from kith.disclosure.queries.what_was_shared import SharedPage


@dataclass(frozen=True, slots=True)
class ToldItem:
    """One thing that was told."""

    kind: Kind
    label: str
    text: str


def told_items(shared: SharedPage) -> list[ToldItem]:
    """The things told, in the order of Kind; none once sharing stopped."""
    return [ToldItem(item.kind, capfirst(str(KIND_WORDS[item.kind])), item.text) for item in shared.items]


def need_to_tell(*, ask_words: str, domain: NeedDomain) -> str:
    """The need as a partner reads it: as it was put for them, else only what it is about."""
    return ask_words or str(DOMAIN_WORDS[domain])
