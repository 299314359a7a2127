"""The partners that the viewer's organisation works with."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import Partner, PartnerContact
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.policies.week import pause_ends_on, weeks_of


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """One partner: whom to phone there, whether its days are known, and whether it has paused."""

    organization_id: UUID
    name: str
    is_own: bool
    contact_name: str
    contact_phone: str
    has_known_days: bool
    paused_until: date | None


def partners_list(viewer: Viewer) -> list[PartnerLine]:
    """The viewer's own organisation first, then by name."""
    rows = list(partners(viewer, May.READ))
    names = organization_names(viewer, organization_ids=[row.organization_id for row in rows])
    first = _first_contacts(viewer)
    weeks = weeks_of(viewer, rows, May.READ)
    lines = [_line(viewer, row, names, first.get(row.pk), weeks[row.organization_id]) for row in rows]
    return sorted(lines, key=lambda line: (not line.is_own, line.name))


def _first_contacts(viewer: Viewer) -> dict[UUID, PartnerContact]:
    first: dict[UUID, PartnerContact] = {}
    for contact in contacts(viewer, May.READ):
        first.setdefault(contact.partner_id, contact)
    return first


def _line(
    viewer: Viewer,
    row: Partner,
    names: dict[UUID, str],
    contact: PartnerContact | None,
    week: WorkingWeek,
) -> PartnerLine:
    return PartnerLine(
        organization_id=row.organization_id,
        name=names.get(row.organization_id, ""),
        is_own=row.organization_id == viewer.organization_id,
        contact_name=contact.name if contact else "",
        contact_phone=contact.phone if contact else "",
        has_known_days=week.is_known,
        paused_until=pause_ends_on(week, on=clock.today(row.timezone)),
    )
