"""What happens in the accounts room. Ids and codes only: never an e-mail address or a name."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from kith.accounts.terms import SignInChange
from kith.core.events import DomainEvent
from kith.core.viewer import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class UserCreated(DomainEvent):
    """Somebody can sign in now."""

    kind: ClassVar[str] = "accounts.user_created"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn(DomainEvent):
    """A user signed in."""

    kind: ClassVar[str] = "accounts.signed_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInFailed(DomainEvent):
    """Somebody tried to sign in and could not. The subject is the site where no such user exists."""

    kind: ClassVar[str] = "accounts.sign_in_failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOutEverywhere(DomainEvent):
    """A user ended all of their sessions."""

    kind: ClassVar[str] = "accounts.signed_out_everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInChanged(DomainEvent):
    """A password was changed or recovered, or one-time codes were turned on or off, or made anew."""

    kind: ClassVar[str] = "accounts.sign_in_changed"
    what: SignInChange


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChanged(DomainEvent):
    """A user changed the name that colleagues see."""

    kind: ClassVar[str] = "accounts.name_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationChosen(DomainEvent):
    """A user with several organisations chose which one to act for."""

    kind: ClassVar[str] = "accounts.organization_chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAdded(DomainEvent):
    """A user got a role in an organisation."""

    kind: ClassVar[str] = "accounts.member_added"
    role: Role
    membership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChanged(DomainEvent):
    """A user has another role than before."""

    kind: ClassVar[str] = "accounts.role_changed"
    before: Role
    after: Role
    membership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEnded(DomainEvent):
    """A user no longer has this role."""

    kind: ClassVar[str] = "accounts.membership_ended"
    role: Role
    membership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberInvited(DomainEvent):
    """An invitation was made; `role` is empty for a person's own page."""

    kind: ClassVar[str] = "accounts.member_invited"
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAccepted(DomainEvent):
    """An invitation was taken up by this user."""

    kind: ClassVar[str] = "accounts.invitation_accepted"
    user_id: UUID
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationWithdrawn(DomainEvent):
    """An invitation was taken back before it was used."""

    kind: ClassVar[str] = "accounts.invitation_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceSet(DomainEvent):
    """A worker will be away, and a colleague covers."""

    kind: ClassVar[str] = "accounts.absence_set"
    user_id: UUID
    cover_id: UUID
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceEnded(DomainEvent):
    """An absence was taken back, or the worker is back sooner."""

    kind: ClassVar[str] = "accounts.absence_ended"
    user_id: UUID
