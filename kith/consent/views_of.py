"""What other rooms get to see of a consent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.consent.facts import Excluded, Unknown
from kith.consent.terms import ConsentState, GivenHow, Kind, LegalStatus, PackStatus, SharePurpose
from kith.core.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """One yes of a person. `words` and `interpreter` are empty for a viewer who may only see that it is."""

    id: UUID
    person_id: UUID
    recipient_id: UUID
    contact_id: UUID | None
    kinds: frozenset[Kind]
    purpose: SharePurpose
    state: ConsentState
    given_at: datetime
    valid_until: datetime
    ended_at: datetime | None
    language: str
    interpreted_into: str
    given_how: GivenHow
    worker_id: UUID | None
    words: str
    interpreter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionLine:
    """Someone who should not see it. `words` is empty for a viewer who may only see that it is."""

    id: UUID
    person_id: UUID
    organization_id: UUID
    contact_id: UUID | None
    excluded_at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the person's word is worth now, for one record, one partner and one human there.

    The newest fitting yes counts: a live one before others, one that names the contact before others.
    `consent_id` is None if there never was one. `ended_at`: since when nothing may be told any more, None
    while it may.
    """

    consent_id: UUID | None
    state: ConsentState | Unknown
    names_recipient: bool
    names_contact: bool
    purposes: frozenset[SharePurpose]
    kinds: frozenset[Kind]
    excluded: Excluded
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawStanding:
    """Which laws the site has adopted, until when, and what its organisations are to the law."""

    legal_status: LegalStatus | Unknown
    packs: Mapping[str, PackStatus]
    ended_on: Mapping[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whose things, told by whom, to whom."""

    person_id: UUID
    holder_id: UUID
    recipient_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAbout:
    """Whose things, told by whom, to whom, for one record."""

    told: Told
    about: Ref
