"""Seats are seen by those who may see their partnership."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import NotFound
from kith.core.policies.narrowing import narrowed
from kith.core.viewer import Viewer
from kith.partnerships.models import Partnership, Seat
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner import partners
from kith.partnerships.policies.partnership import May, leads, partnerships


def _of_partnerships(may: May) -> Callable[[Viewer], Q]:
    return lambda viewer: Q(partnership_id__in=partnerships(viewer, may).values("pk"))


POLICY: dict[May, Callable[[Viewer], Q]] = {may: _of_partnerships(may) for may in May}


def seats(viewer: Viewer, partnership_ids: Iterable[UUID]) -> QuerySet[Seat]:
    """Who sits at these tables now, in the order they came."""
    rows = Seat.objects.filter(left_at__isnull=True, partnership_id__in=list(partnership_ids))
    return narrowed(rows.order_by("partnership_id", "place", "pk"), POLICY, viewer, May.READ)


def all_seats(partnership: Partnership) -> QuerySet[Seat]:
    """Every seat ever, of a partnership that its own policy has found for a change."""
    return Seat.objects.filter(partnership_id=partnership.pk).order_by("place", "pk")


def own_seat(viewer: Viewer, partnership: Partnership) -> Seat:
    """The seat of the viewer's organisation at a table found for a change. Raises NotFound."""
    return seat_of(partnership, viewer.organization_id)


def seat_of(partnership: Partnership, organization_id: UUID | None) -> Seat:
    """The seat of this organisation at a table found for a change. Raises NotFound."""
    rows = all_seats(partnership).filter(left_at__isnull=True)
    found = next((row for row in rows if row.organization_id == organization_id), None)
    if found is None:
        raise NotFound
    return found


def looks_after_table(seat: Seat) -> bool:
    """True for a seat, found for a change, whose managers look after the table."""
    return Seat.objects.filter(leads(), pk=seat.pk).exists()


def lost_seat(partnership: Partnership, organization_id: UUID) -> Seat | None:
    """The seat that was taken away from this organisation at a table found for a change."""
    gone = all_seats(partnership).filter(left_at__isnull=False, organization_id=organization_id)
    return gone.exclude(left_reason="").first()


def is_led_without(partnership: Partnership, seat: Seat) -> bool:
    """True if another seat looks after the table found for a change, or nobody else sits there."""
    others = all_seats(partnership).filter(left_at__isnull=True).exclude(pk=seat.pk)
    return not others.exists() or others.filter(leads()).exists()


def check_may_be_seated(viewer: Viewer, partnership: Partnership, organization_id: UUID) -> None:
    """Raises NotFound unless it sat there before, is the viewer's own, or is a partner of theirs."""
    is_known = all_seats(partnership).filter(organization_id=organization_id).exists()
    if is_known or organization_id == viewer.organization_id:
        return
    if not partners(viewer, MayPartner.READ).filter(organization_id=organization_id).exists():
        raise NotFound


def tables_of(viewer: Viewer, organization_id: UUID) -> list[UUID]:
    """The tables at which this organisation sits, of those that the viewer may see."""
    rows = Seat.objects.filter(left_at__isnull=True, organization_id=organization_id)
    found = narrowed(rows, POLICY, viewer, May.READ)
    return list(found.values_list("partnership_id", flat=True))
