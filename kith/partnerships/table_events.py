"""What happened at a partnership's table: ids, codes, counts, dates and digests only."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.core.events import DomainEvent
from kith.partnerships.table_terms import EcologicalLevel, GoalState, JointKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipBegun(DomainEvent):
    """A partnership was begun from an issue."""

    kind: ClassVar[str] = "partnerships.partnership_begun"
    level_codes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipChanged(DomainEvent):
    """A partnership's name, issue, purpose or levels were said anew."""

    kind: ClassVar[str] = "partnerships.partnership_changed"
    level_codes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationSeated(DomainEvent):
    """An organisation took a seat, or does other things there from now on."""

    kind: ClassVar[str] = "partnerships.organization_seated"
    role_codes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesStated(DomainEvent):
    """A seat said what matters most to it."""

    kind: ClassVar[str] = "partnerships.priorities_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLeft(DomainEvent):
    """An organisation left the table; the others stay."""

    kind: ClassVar[str] = "partnerships.seat_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTakenAway(DomainEvent):
    """Who looks after the table took a seat away; why stands in the seat's row and in a mail to it."""

    kind: ClassVar[str] = "partnerships.seat_taken_away"
    by_organization_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPutToPartnership(DomainEvent):
    """An agreement that was made elsewhere belongs to a table from now on."""

    kind: ClassVar[str] = "partnerships.agreement_put_to_partnership"
    partnership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSet(DomainEvent):
    """The partners want to reach something together."""

    kind: ClassVar[str] = "partnerships.goal_set"
    level: EcologicalLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStateChanged(DomainEvent):
    """A shared goal was reached, changed, let go or taken up again."""

    kind: ClassVar[str] = "partnerships.goal_state_changed"
    state: GoalState


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlanned(DomainEvent):
    """A meeting was planned."""

    kind: ClassVar[str] = "partnerships.meeting_planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChanged(DomainEvent):
    """The time, place or agenda of a meeting was said anew."""

    kind: ClassVar[str] = "partnerships.meeting_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCalledOff(DomainEvent):
    """A meeting does not take place."""

    kind: ClassVar[str] = "partnerships.meeting_called_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(DomainEvent):
    """A meeting was held: how many organisations came, and how much was decided and is to be done."""

    kind: ClassVar[str] = "partnerships.meeting_held"
    came: int
    decisions: int
    action_items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItemClosed(DomainEvent):
    """What an organisation took on at a meeting is done."""

    kind: ClassVar[str] = "partnerships.action_item_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class JointEventNoted(DomainEvent):
    """A joint training or review was held: how many organisations came."""

    kind: ClassVar[str] = "partnerships.joint_event_noted"
    joint_kind: JointKind
    came: int
