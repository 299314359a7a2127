"""Giving an organisation a seat at the table."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.models import Partnership, Seat
from kith.partnerships.policies.partnership import May, one_partnership_to_change
from kith.partnerships.policies.seat import all_seats, check_may_be_seated
from kith.partnerships.table_errors import BadSeat
from kith.partnerships.table_events import OrganizationSeated
from kith.partnerships.terms import PartyRole


@transaction.atomic
def seat_organization(
    viewer: Viewer, *, partnership_id: UUID, organization_id: UUID, roles: Collection[PartyRole]
) -> None:
    """Seat a partner, or say anew what it does there; whoever had left may come back.

    Raises NotFound (no such partner, or no such table), Denied, or BadSeat without any role.
    """
    partnership = one_partnership_to_change(viewer, partnership_id, May.CHANGE)
    check_may_be_seated(viewer, partnership, organization_id)
    if not roles:
        raise BadSeat(field="roles")
    codes = [role.value for role in PartyRole if role in roles]
    seat = _seat(partnership, organization_id)
    seat.roles = codes
    seat.left_at, seat.left_reason = None, ""
    seat.save()
    record(
        viewer,
        OrganizationSeated(subject=partnership.ref, organization_id=organization_id, role_codes=codes),
    )


def _seat(partnership: Partnership, organization_id: UUID) -> Seat:
    rows = list(all_seats(partnership))
    found = next((row for row in rows if row.organization_id == organization_id), None)
    return found or Seat(
        partnership=partnership,
        organization_id=organization_id,
        place=max((row.place for row in rows), default=-1) + 1,
        joined_at=clock.now(),
    )
