"""What holds before and beside every law: what is missing means no."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.consent.facts import Facts, unknown_facts
from kith.consent.law.rules import ANYWHERE, Pack, Rule
from kith.consent.terms import LegalStatus, PackStatus

DENY = "Kith's architecture, section 4: anything missing means deny"
COUNTRY_OR_PART = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that decided: its id, where it stands, and what it says in plain words."""

    rule_id: str
    citation: str
    words: str | Promise


UNKNOWN_FACT = Reason("kith.K1", DENY, _("Something that must be known is not known, so this stays here."))
NO_JURISDICTION = Reason(
    "kith.K2", DENY, _("The site has not said whose law it follows, so this stays here.")
)
NO_PACK = Reason("kith.K3", DENY, _("Kith does not have the law that protects this, so it stays here."))
BROKEN_RULE = Reason(
    "kith.K4", DENY, _("A rule could not be asked, so this stays here. Tell your administrator.")
)
NOTHING_PERMITS = Reason("kith.K5", DENY, _("No rule lets this leave, so it stays here."))


def reason_of(rule: Rule) -> Reason:
    """The rule as a reason."""
    return Reason(rule.id, rule.citation, rule.words)


def what_is_lacking(
    facts: Facts, packs: Mapping[str, Pack], needed: Mapping[LegalStatus, tuple[str, ...]]
) -> tuple[Reason, ...]:
    """Why no law can be asked at all; empty if each can. Facts are checked first, the rest relies on them."""
    if unknown_facts(facts):
        return (UNKNOWN_FACT,)
    if COUNTRY_OR_PART.fullmatch(facts.jurisdiction) is None:
        return (NO_JURISDICTION,)
    ids = needed.get(LegalStatus(facts.legal_status), ())
    if not ids or any(pack_id not in packs for pack_id in ids):
        return (NO_PACK,)
    if not all(_fits(packs[pack_id], facts) for pack_id in ids):
        return (NO_PACK,)
    return ()


def _fits(pack: Pack, facts: Facts) -> bool:
    """Whether the pack is a law of this place and we know where its adoption stands."""
    is_of_here = ANYWHERE in pack.jurisdictions or facts.jurisdiction in pack.jurisdictions
    return is_of_here and isinstance(facts.packs.get(pack.id), PackStatus)
