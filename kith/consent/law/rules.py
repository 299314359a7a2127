"""What a law pack is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from kith.consent.facts import Facts
from kith.consent.terms import Duty, Missing

ANYWHERE = "any"

Predicate = Callable[[Facts], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Permits:
    """The rule lets the item leave, with these duties."""

    duties: frozenset[Duty]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The rule asks the person for something first."""

    missing: Missing


@dataclass(frozen=True, slots=True)
class Forbids:
    """The rule keeps the item here, whatever another rule says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One sentence of a law: where it stands, what it says in plain words, when it applies, what it does."""

    id: str
    citation: str
    words: str | Promise
    effect: Permits | Needs | Forbids
    applies: Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One law as rules. Not legal advice: `reviewer` says who looked at it, and `expires_on` until when.

    `jurisdictions` holds ISO 3166 codes, or ANYWHERE alone.
    """

    id: str
    version: str
    title: str | Promise
    jurisdictions: frozenset[str]
    reviewer: str
    reviewed_on: date
    expires_on: date
    rules: tuple[Rule, ...]


def permits(
    rule_id: str, citation: str, words: str | Promise, applies: Predicate, *, duties: frozenset[Duty]
) -> Rule:
    """A rule that lets the item leave."""
    return Rule(id=rule_id, citation=citation, words=words, effect=Permits(duties=duties), applies=applies)


def needs(rule_id: str, citation: str, words: str | Promise, applies: Predicate, *, missing: Missing) -> Rule:
    """A rule that sends us back to ask the person."""
    return Rule(id=rule_id, citation=citation, words=words, effect=Needs(missing=missing), applies=applies)


def forbids(rule_id: str, citation: str, words: str | Promise, applies: Predicate) -> Rule:
    """A rule that keeps the item here."""
    return Rule(id=rule_id, citation=citation, words=words, effect=Forbids(), applies=applies)
