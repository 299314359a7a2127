"""What parties agree on: the words and the clauses, and the digest that a signature binds to."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.consent.terms import Kind
from kith.partnerships.errors import BadDates, BadWording, PromiseWithoutParty
from kith.partnerships.terms import PartyRole

LONGEST_TITLE = 200
LONGEST_PROMISE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Party:
    """One organisation and what it does under the agreement."""

    organization_id: UUID
    role: PartyRole


@dataclass(frozen=True, slots=True)
class Promise:
    """An organisation answers an ask within `days` of its own working days."""

    organization_id: UUID
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that the parties sign. `ends_on` and `review_on` may be open."""

    title: str
    purpose: str
    parties: tuple[Party, ...]
    promises: tuple[Promise, ...]
    scope: frozenset[Kind]
    starts_on: date
    review_on: date | None
    ends_on: date | None


def check_wording(wording: Wording) -> None:
    """Let a wording pass that can be kept.

    Raises BadWording, PromiseWithoutParty or BadDates.
    """
    organizations = [party.organization_id for party in wording.parties]
    is_titled = 0 < len(wording.title.strip()) <= LONGEST_TITLE and bool(wording.purpose.strip())
    if not is_titled or len(organizations) < 2 or len(set(organizations)) < len(organizations):  # noqa: PLR2004
        raise BadWording
    promisers = [promise.organization_id for promise in wording.promises]
    if len(set(promisers)) < len(promisers) or not set(promisers) <= set(organizations):
        raise PromiseWithoutParty
    if any(not 1 <= promise.days <= LONGEST_PROMISE_DAYS for promise in wording.promises):
        raise PromiseWithoutParty
    _check_dates(wording)


def digest_of(wording: Wording) -> str:
    """SHA-256 of the wording, the same for the same words and clauses in any order of parties."""
    plain = {
        "title": wording.title,
        "purpose": wording.purpose,
        "parties": sorted([str(p.organization_id), p.role.value] for p in wording.parties),
        "promises": sorted([str(p.organization_id), str(p.days)] for p in wording.promises),
        "scope": sorted(kind.value for kind in wording.scope),
        "dates": [str(wording.starts_on), str(wording.review_on), str(wording.ends_on)],
    }
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _check_dates(wording: Wording) -> None:
    last = wording.ends_on or date.max
    if not wording.starts_on <= last:
        raise BadDates
    if wording.review_on is not None and not wording.starts_on <= wording.review_on <= last:
        raise BadDates
