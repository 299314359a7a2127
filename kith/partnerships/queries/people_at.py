"""Whom to phone at several organisations."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts


@dataclass(frozen=True, slots=True)
class SeatPerson:
    """A named human of a seat, with the telephone first."""

    name: str
    role_title: str
    phone: str
    best_time: str


def people_at(viewer: Viewer, *, organization_ids: Collection[UUID]) -> dict[UUID, list[SeatPerson]]:
    """The people there whom the viewer may know, the first named first; each has an entry. One statement."""
    rows = contacts(viewer, May.READ).filter(partner__organization_id__in=list(organization_ids))
    found: dict[UUID, list[SeatPerson]] = defaultdict(list)
    for row in rows.select_related("partner"):
        person = SeatPerson(row.name, row.role_title, row.phone, row.best_time)
        found[row.partner.organization_id].append(person)
    return {one: found[one] for one in organization_ids}
