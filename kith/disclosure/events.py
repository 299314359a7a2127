"""What happens in the disclosure room. `organization_id` is the sender, so that no partner sees these.

`abouts` names the records that it was told for, as `referral/<id>`.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.consent.terms import Kind
from kith.core.events import DomainEvent
from kith.core.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class AskShared(DomainEvent):
    """A partner was told of a need, without a name."""

    kind: ClassVar[str] = "disclosure.ask_shared"
    recipient_id: UUID
    contact_id: UUID | None
    consent_id: UUID
    about: Ref
    kinds: tuple[Kind, ...]
    rules: tuple[str, ...]
    packs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameShared(DomainEvent):
    """After its yes, a named human at a partner was told the name and how to reach the person."""

    kind: ClassVar[str] = "disclosure.name_shared"
    recipient_id: UUID
    contact_id: UUID | None
    consent_id: UUID
    about: Ref
    kinds: tuple[Kind, ...]
    rules: tuple[str, ...]
    packs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingStopped(DomainEvent):
    """What this partner was told for these records is hidden for good, and nothing more follows.

    The reason is not in it: after a stop, an exclusion and a last day the partner gets and reads the same.
    """

    kind: ClassVar[str] = "disclosure.sharing_stopped"
    recipient_id: UUID
    abouts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingPaused(DomainEvent):
    """What was told is hidden until the person resumes; waiting messages were stopped."""

    kind: ClassVar[str] = "disclosure.sharing_paused"
    recipient_id: UUID
    abouts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingResumed(DomainEvent):
    """What was told can be seen again."""

    kind: ClassVar[str] = "disclosure.sharing_resumed"
    recipient_id: UUID
    abouts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRead(DomainEvent):
    """Someone opened what was told."""

    kind: ClassVar[str] = "disclosure.shared_read"
    recipient_id: UUID
    is_stopped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRead(DomainEvent):
    """Someone looked at who was told what about a person."""

    kind: ClassVar[str] = "disclosure.ledger_read"
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingPreviewed(DomainEvent):
    """Someone looked at what would be told to a partner."""

    kind: ClassVar[str] = "disclosure.sharing_previewed"
    recipient_id: UUID
    service_id: UUID
