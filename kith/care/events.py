"""What happens in the care room."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from kith.care.terms import (
    Disposition,
    Helped,
    NeedDomain,
    NotNowReason,
    ToldVia,
    WhatHappened,
)
from kith.core.events import DomainEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedTold(DomainEvent):
    """A person said what they need."""

    kind: ClassVar[str] = "care.need_told"
    domain: NeedDomain


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDrafted(DomainEvent):
    """A worker chose a service to ask; nothing has left."""

    kind: ClassVar[str] = "care.referral_drafted"
    need_id: UUID
    service_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAsked(DomainEvent):
    """A partner is asked, without a name."""

    kind: ClassVar[str] = "care.referral_asked"
    disclosure_id: UUID
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAsked(DomainEvent):
    """The partner would rather be phoned."""

    kind: ClassVar[str] = "care.call_asked"
    via: ToldVia


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralAccepted(DomainEvent):
    """The partner said yes; no name has left."""

    kind: ClassVar[str] = "care.referral_accepted"
    via: ToldVia


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDeclined(DomainEvent):
    """The partner could not take it now."""

    kind: ClassVar[str] = "care.referral_declined"
    via: ToldVia
    reason: NotNowReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralNamed(DomainEvent):
    """The person chose the partner: name and contact were told."""

    kind: ClassVar[str] = "care.referral_named"
    disclosure_id: UUID
    contact_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChose(DomainEvent):
    """The person chose a partner where nobody can be told a name yet; her wish waits for the worker."""

    kind: ClassVar[str] = "care.person_chose"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSeen(DomainEvent):
    """The partner's named contact opened the page with the name."""

    kind: ClassVar[str] = "care.name_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFoundInAsk(DomainEvent):
    """Words that went out without a name turned out to hold it; they are hidden from then on."""

    kind: ClassVar[str] = "care.name_found_in_ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGuessed(DomainEvent):
    """A wrong code was tried too often on the page with the name; it is closed and shows nothing."""

    kind: ClassVar[str] = "care.name_guessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLinkAsked(DomainEvent):
    """After too many wrong codes somebody with the closed link asked for a new one."""

    kind: ClassVar[str] = "care.name_link_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReported(DomainEvent):
    """The service said what happened."""

    kind: ClassVar[str] = "care.service_reported"
    via: ToldVia
    happened: WhatHappened


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSpoke(DomainEvent):
    """The person said whether it helped."""

    kind: ClassVar[str] = "care.person_spoke"
    via: ToldVia
    helped: Helped


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralClosed(DomainEvent):
    """The loop is closed."""

    kind: ClassVar[str] = "care.referral_closed"
    disposition: Disposition


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralWithdrawn(DomainEvent):
    """The request was stopped."""

    kind: ClassVar[str] = "care.referral_withdrawn"
    had_yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralHandedOver(DomainEvent):
    """Another worker is now the one owner."""

    kind: ClassVar[str] = "care.referral_handed_over"
    new_owner_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerReminded(DomainEvent):
    """One reminder, on the promised day."""

    kind: ClassVar[str] = "care.partner_reminded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAsked(DomainEvent):
    """A person asked to be contacted, by themself."""

    kind: ClassVar[str] = "care.contact_asked"
    service_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSeen(DomainEvent):
    """Someone opened the page of a referral."""

    kind: ClassVar[str] = "care.referral_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPrinted(DomainEvent):
    """Someone opened a letter to print it. `has_name`: name and safe contact are in it."""

    kind: ClassVar[str] = "care.letter_printed"
    has_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDateMoved(DomainEvent):
    """A worker chose a new next date."""

    kind: ClassVar[str] = "care.next_date_moved"
    next_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedTimeMoved(DomainEvent):
    """The partner's days changed, so its answer is promised for another time, or for none."""

    kind: ClassVar[str] = "care.promised_time_moved"
    due_at: datetime | None
