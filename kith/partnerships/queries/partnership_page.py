"""One partnership: its people first, then what each does there and what matters to each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import Partnership, Seat
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner import partners
from kith.partnerships.policies.partnership import May, one_partnership, partnerships
from kith.partnerships.policies.seat import seats
from kith.partnerships.queries.people_at import SeatPerson, people_at
from kith.partnerships.table_terms import EcologicalLevel
from kith.partnerships.terms import PartyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """One organisation at the table. `people`: whom the viewer may know; `is_partner`: see its page."""

    organization_id: UUID
    name: str
    roles: tuple[PartyRole, ...]
    priorities: str
    people: tuple[SeatPerson, ...]
    joined_at: datetime
    is_ours: bool
    is_partner: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipPage:
    """What the table is about, who sits there, and what the viewer may do."""

    id: UUID
    name: str
    issue: str
    purpose: str
    levels: tuple[EcologicalLevel, ...]
    timezone: str
    seats: tuple[SeatLine, ...]
    may_change: bool
    may_take_part: bool
    may_leave: bool


def partnership_page(viewer: Viewer, *, partnership_id: UUID) -> PartnershipPage:
    """The table; seats in the order they came. Raises NotFound."""
    row = one_partnership(viewer, partnership_id, May.READ)
    sitting = list(seats(viewer, [row.pk]))
    return PartnershipPage(
        id=row.pk,
        name=row.name,
        issue=row.issue,
        purpose=row.purpose,
        levels=tuple(level for level in EcologicalLevel if level.value in row.levels),
        timezone=row.timezone,
        seats=_seats(viewer, sitting),
        may_change=_may(viewer, row, May.CHANGE),
        may_take_part=_may(viewer, row, May.TAKE_PART),
        may_leave=_may(viewer, row, May.LEAVE),
    )


def _may(viewer: Viewer, row: Partnership, may: May) -> bool:
    return partnerships(viewer, may).filter(pk=row.pk).exists()


def _seats(viewer: Viewer, sitting: list[Seat]) -> tuple[SeatLine, ...]:
    organization_ids = [seat.organization_id for seat in sitting]
    names = organization_names(viewer, organization_ids=organization_ids)
    known = set(
        partners(viewer, MayPartner.READ)
        .filter(organization_id__in=organization_ids)
        .values_list("organization_id", flat=True)
    )
    people = people_at(viewer, organization_ids=known)
    return tuple(
        SeatLine(
            organization_id=seat.organization_id,
            name=names.get(seat.organization_id, ""),
            roles=tuple(role for role in PartyRole if role.value in seat.roles),
            priorities=seat.priorities,
            people=tuple(people.get(seat.organization_id, ())),
            joined_at=seat.joined_at,
            is_ours=seat.organization_id == viewer.organization_id,
            is_partner=seat.organization_id in known,
        )
        for seat in sitting
    )
