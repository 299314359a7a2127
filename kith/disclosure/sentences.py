"""Why something stays, in plain words for the sender and the person."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.consent.decide import Decision
from kith.consent.terms import Outcome
from kith.disclosure.errors import ConsentMissing, SharingForbidden

# The first that is among a decision's reasons is the one to say.
WHY: Mapping[str, Promise] = {
    "express_consent.E7": _("%(who)s asked that they do not see it"),
    "express_consent.E9": _("Not needed for this"),
    "express_consent.E11": _("There is no agreement with them"),
    "express_consent.E12": _("Not in the agreement"),
    "express_consent.E10": _("%(who)s said no"),
    "express_consent.E16": _("A special law protects it"),
    "express_consent.E18": _("The site’s sharing rules have run out"),
    "express_consent.E13": _("No named human there to tell"),
    "express_consent.E17": _("Another organisation holds this record"),
    "express_consent.E3": _("%(who)s has not agreed to this"),
    "express_consent.E4": _("%(who)s has not agreed to tell them"),
    "express_consent.E6": _("%(who)s has not agreed that this human there learns it"),
}


def why_it_stays(decision: Decision, *, who: str) -> str:
    """One short phrase for one item that stays; `who` is the person as the sender calls them."""
    ids = {reason.rule_id for reason in decision.reasons}
    for rule_id, words in WHY.items():
        if rule_id in ids:
            return str(words) % {"who": who}
    return str(decision.reasons[0].words)


def raise_if_not_permitted(decision: Decision) -> None:
    """Raises ConsentMissing or SharingForbidden with the sentence of the first rule; else nothing."""
    if decision.is_permitted:
        return
    sentence = decision.reasons[0].words
    if decision.outcome is Outcome.NEEDS_CONSENT:
        raise ConsentMissing(sentence)
    raise SharingForbidden(sentence)
