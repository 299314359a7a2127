"""What parties agree on: words, clauses and dates, and the digest of all of it as data."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.consent.terms import Kind
from kith.core.ids import uuid7
from kith.partnerships.clauses.answering import MOST_DAYS, ResponsePromise
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.terms import PartyRole

LONGEST_TITLE = 200
LONGEST_PROMISE_DAYS = MOST_DAYS
LONGEST_COMMENT = 2000


@dataclass(frozen=True, slots=True)
class Party:
    """One organisation and what it does. Who need not sign is bound, and reads all, once it has signed."""

    organization_id: UUID
    role: PartyRole
    must_sign: bool = True


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
    clauses: tuple[StatedClause, ...]
    starts_on: date
    review_on: date | None
    ends_on: date | None
    free_text: str = ""
    language: str = "en"

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Who promises an answer, and within how many of its own working days."""
        return tuple(
            Promise(clause.organization_id, clause.body.days)
            for clause in self.clauses
            if isinstance(clause.body, ResponsePromise) and clause.organization_id is not None
        )

    @property
    def scope(self) -> frozenset[Kind]:
        """What may be told; nothing without a data clause."""
        kinds = [clause.body.kinds for clause in self.clauses if isinstance(clause.body, DataScope)]
        return kinds[0] if kinds else frozenset()


def plain_clauses(promises: Sequence[Promise], scope: frozenset[Kind]) -> tuple[StatedClause, ...]:
    """The two clauses that every agreement needs: who answers within how many days, and what may be told."""
    return (
        *(
            StatedClause(
                key=uuid7(),
                organization_id=promise.organization_id,
                body=ResponsePromise(days=promise.days),
            )
            for promise in promises
        ),
        StatedClause(key=uuid7(), body=DataScope(kinds=scope)),
    )


def digest_of(wording: Wording) -> str:
    """SHA-256 of the wording as data, the same in any order of its parties; the signed text names it."""
    plain = {
        "title": wording.title.strip(),
        "purpose": wording.purpose.strip(),
        "free_text": wording.free_text.strip(),
        "language": wording.language,
        "parties": sorted([str(p.organization_id), p.role.value, p.must_sign] for p in wording.parties),
        "clauses": [clause.plain for clause in wording.clauses],
        "dates": [str(wording.starts_on), str(wording.review_on), str(wording.ends_on)],
    }
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
