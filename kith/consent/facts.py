"""Everything a law may ask about one item that is about to be told, with no gaps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kith.consent.terms import ConsentState, Kind, LegalStatus, PackStatus, SharePurpose, Stage


class Unknown(StrEnum):
    """We do not know. It may stand in any place of Facts, and wherever it stands nothing leaves."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


class Discloser(StrEnum):
    """Whether the organisation that would tell holds the person's record."""

    HOLDS_THE_RECORD = "holds_the_record"
    DOES_NOT_HOLD_IT = "does_not_hold_it"


class Recipient(StrEnum):
    """What binds the partner that would be told."""

    PARTNER_WITH_AGREEMENT = "partner_with_agreement"
    WITHOUT_AGREEMENT = "without_agreement"


class Contact(StrEnum):
    """Whether it is told to a named human of that partner."""

    NAMED = "named"
    NOBODY_NAMED = "nobody_named"


class Excluded(StrEnum):
    """Whether the person said that this partner, or this human there, should not see it."""

    NOT_EXCLUDED = "not_excluded"
    THE_ORGANISATION = "the_organisation"
    SOMEONE_THERE = "someone_there"


class Label(StrEnum):
    """Which special law follows the item. All but ORDINARY need a law pack of their own."""

    ORDINARY = "ordinary"
    SUBSTANCE_USE = "substance_use"
    THERAPY_NOTES = "therapy_notes"
    VIOLENCE_AT_HOME = "violence_at_home"
    HIV = "hiv"
    MINOR = "minor"


class Subject(StrEnum):
    """Who decides for the person."""

    DECIDES_ALONE = "decides_alone"
    IS_REPRESENTED = "is_represented"


class PartnersWord(StrEnum):
    """Whether the partner has said yes to the ask."""

    SAID_YES = "said_yes"
    NOT_YET = "not_yet"


class Channel(StrEnum):
    """The way it would travel."""

    KITH_PAGE = "kith_page"
    TELEPHONE = "telephone"
    LETTER = "letter"
    OPEN_MESSAGE = "open_message"


class Named(StrEnum):
    """Whether it is in there."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One item, on its way from one organisation to another. Every fact is stated; none has a default.

    `packs` says of each law pack where its adoption stands. `jurisdiction` is an ISO 3166 code (`GB-ENG`).
    """

    discloser: Discloser | Unknown
    legal_status: LegalStatus | Unknown
    recipient: Recipient | Unknown
    contact: Contact | Unknown
    excluded: Excluded | Unknown
    kind: Kind | Unknown
    label: Label | Unknown
    subject: Subject | Unknown
    purpose: SharePurpose | Unknown
    stage: Stage | Unknown
    partners_word: PartnersWord | Unknown
    channel: Channel | Unknown
    consent: ConsentState | Unknown
    consent_names_recipient: Named | Unknown
    consent_names_contact: Named | Unknown
    consent_names_purpose: Named | Unknown
    consent_names_kind: Named | Unknown
    agreement_names_kind: Named | Unknown
    packs: Mapping[str, PackStatus | Unknown]
    jurisdiction: str
    now: datetime


MUST_BE: Mapping[str, type] = {
    "discloser": Discloser,
    "legal_status": LegalStatus,
    "recipient": Recipient,
    "contact": Contact,
    "excluded": Excluded,
    "kind": Kind,
    "label": Label,
    "subject": Subject,
    "purpose": SharePurpose,
    "stage": Stage,
    "partners_word": PartnersWord,
    "channel": Channel,
    "consent": ConsentState,
    "consent_names_recipient": Named,
    "consent_names_contact": Named,
    "consent_names_purpose": Named,
    "consent_names_kind": Named,
    "agreement_names_kind": Named,
    "packs": Mapping,
    "jurisdiction": str,
    "now": datetime,
}


def unknown_facts(facts: Facts) -> tuple[str, ...]:
    """The names of the facts that are not known: absent, UNKNOWN, or not of their kind."""
    return tuple(name for name, kind in MUST_BE.items() if not isinstance(getattr(facts, name, None), kind))
