"""Who is looking: the first argument of every action and every query."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from kith.core.ids import Ref


class Role(StrEnum):
    """What a member does for the organisation they act for."""

    NAVIGATOR = "navigator"
    CLINICIAN = "clinician"
    PARTNERSHIP_MANAGER = "partnership_manager"
    COORDINATOR = "coordinator"
    CURATOR = "curator"
    EVALUATOR = "evaluator"
    PRIVACY_OFFICER = "privacy_officer"
    ADMIN = "admin"


class Door(StrEnum):
    """How the viewer came in."""

    PUBLIC = "public"
    STAFF = "staff"
    PORTAL = "portal"
    ANSWER = "answer"
    COMMAND = "command"
    WORKER = "worker"


class Purpose(StrEnum):
    """Why the viewer looks; consent names a purpose."""

    CARE = "care"
    OPERATIONS = "operations"
    OWN_RECORD = "own_record"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who is looking, for whom, in which roles, why, and through which door.

    `person_id` is set in the portal: the viewer *is* that person. `only` narrows an answer link to one
    record. The system is a viewer too (`is_system`), made only for commands and the worker.
    """

    user_id: UUID | None
    organization_id: UUID | None
    roles: frozenset[Role]
    purpose: Purpose
    door: Door
    person_id: UUID | None
    only: Ref | None
    is_system: bool

    @classmethod
    def nobody(cls, door: Door) -> "Viewer":
        """Someone we know nothing about: sees what is public."""
        return cls(
            user_id=None,
            organization_id=None,
            roles=frozenset(),
            purpose=Purpose.PUBLIC,
            door=door,
            person_id=None,
            only=None,
            is_system=False,
        )

    @classmethod
    def system(cls, door: Door) -> "Viewer":
        """Kith itself: a command typed on the server, or the worker."""
        if door not in {Door.COMMAND, Door.WORKER}:
            raise ValueError(f"The system does not come in by the {door} door.")
        return replace(cls.nobody(door), purpose=Purpose.OPERATIONS, is_system=True)

    def has(self, *roles: Role) -> bool:
        """True if the viewer acts for an organisation in one of `roles`."""
        return self.organization_id is not None and bool(self.roles.intersection(roles))
