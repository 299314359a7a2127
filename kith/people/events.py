"""What happens in the people room."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent
from kith.people.terms import LinkGiven


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTakenIn(DomainEvent):
    """A person was taken in, or took themselves in. `owner_user_id`: the worker who looks after them."""

    kind: ClassVar[str] = "people.person_taken_in"
    owner_user_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(DomainEvent):
    """What we know about a person was changed. `parts`: which, never what."""

    kind: ClassVar[str] = "people.person_changed"
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSeen(DomainEvent):
    """Someone opened a person's record."""

    kind: ClassVar[str] = "people.person_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHandedOver(DomainEvent):
    """Another worker looks after the person now."""

    kind: ClassVar[str] = "people.person_handed_over"
    from_user_id: UUID | None
    to_user_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalOpened(DomainEvent):
    """A person was invited to their own page. `given`: the link was sent, or shown to the worker."""

    kind: ClassVar[str] = "people.portal_opened"
    invitation_id: UUID
    given: LinkGiven


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalClosed(DomainEvent):
    """The login was taken off the person's own page, or a waiting invitation was taken back."""

    kind: ClassVar[str] = "people.portal_closed"
    portal_user_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalNotLinked(DomainEvent):
    """An invitation was accepted by a login that is another person's already, or came too late."""

    kind: ClassVar[str] = "people.portal_not_linked"
    portal_user_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalLinked(DomainEvent):
    """A login became the person's own."""

    kind: ClassVar[str] = "people.portal_linked"
    portal_user_id: UUID
