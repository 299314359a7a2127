"""The one decision: whether an item may leave."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.consent.facts import Facts
from kith.consent.house_rules import BROKEN_RULE, NOTHING_PERMITS, Reason, reason_of, what_is_lacking
from kith.consent.law import NEEDED, PACKS
from kith.consent.law.rules import Forbids, Needs, Pack, Permits, Rule
from kith.consent.terms import Duty, LegalStatus, Missing, Outcome


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer, what is missing, what must be done with the item, the rules that decided, the laws asked.

    `is_broken`: a rule could not be asked. The answer is then FORBID, and someone must look.
    """

    outcome: Outcome
    missing: tuple[Missing, ...]
    duties: tuple[Duty, ...]
    reasons: tuple[Reason, ...]
    packs: tuple[str, ...]
    is_broken: bool

    @property
    def is_permitted(self) -> bool:
        """Whether the item may leave, with its duties."""
        return self.outcome in {Outcome.PERMIT, Outcome.PERMIT_WITH_DUTIES}


class RuleBroke(Exception):
    """A rule could not be answered."""


def decide(facts: Facts) -> Decision:
    """May this item leave? Every law of the place is asked; any forbid wins; at least one must permit."""
    return decide_by(facts, packs=PACKS, needed=NEEDED)


def decide_by(
    facts: Facts, *, packs: Mapping[str, Pack], needed: Mapping[LegalStatus, tuple[str, ...]]
) -> Decision:
    """The same by other packs. Pure: no clock, no database, no log."""
    lacking = what_is_lacking(facts, packs, needed)
    if lacking:
        return _forbid(lacking, (), is_broken=False)
    asked = [packs[pack_id] for pack_id in needed[LegalStatus(facts.legal_status)]]
    versions = tuple(f"{pack.id}@{pack.version}" for pack in asked)
    try:
        found = [rule for pack in asked for rule in pack.rules if _applies(rule, facts)]
    except RuleBroke:
        return _forbid((BROKEN_RULE,), versions, is_broken=True)
    return _weigh(found, versions)


def _applies(rule: Rule, facts: Facts) -> bool:
    try:
        answer = rule.applies(facts)
    except Exception as error:  # whatever breaks a rule, the answer is no
        raise RuleBroke(rule.id) from error
    if not isinstance(answer, bool):
        raise RuleBroke(rule.id)
    return answer


def _weigh(found: list[Rule], versions: tuple[str, ...]) -> Decision:
    """Forbids first, then what the person must be asked, then permits; nothing at all is no."""
    forbids = [rule for rule in found if isinstance(rule.effect, Forbids)]
    if forbids:
        return _forbid(tuple(map(reason_of, forbids)), versions, is_broken=False)
    needs = [rule for rule in found if isinstance(rule.effect, Needs)]
    if needs:
        missing = tuple(sorted({rule.effect.missing for rule in needs if isinstance(rule.effect, Needs)}))
        return Decision(Outcome.NEEDS_CONSENT, missing, (), tuple(map(reason_of, needs)), versions, False)
    if not found:
        return _forbid((NOTHING_PERMITS,), versions, is_broken=False)
    return _permit(found, versions)


def _permit(permits: list[Rule], versions: tuple[str, ...]) -> Decision:
    duties = frozenset[Duty]().union(
        *(rule.effect.duties for rule in permits if isinstance(rule.effect, Permits))
    )
    outcome = Outcome.PERMIT_WITH_DUTIES if duties else Outcome.PERMIT
    return Decision(outcome, (), tuple(sorted(duties)), tuple(map(reason_of, permits)), versions, False)


def _forbid(reasons: tuple[Reason, ...], versions: tuple[str, ...], *, is_broken: bool) -> Decision:
    return Decision(Outcome.FORBID, (), (), reasons, versions, is_broken)
