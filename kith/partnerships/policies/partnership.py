"""Who may see a partnership, and who may do what at its table."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet

from kith.core.errors import Denied
from kith.core.policies.holds import holds
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer
from kith.partnerships.models import Partnership, Seat
from kith.partnerships.policies.agreement import MAKERS, READERS, SIGNERS
from kith.partnerships.terms import PartyRole

LEAVERS = (Role.PARTNERSHIP_MANAGER, Role.ADMIN)
LEADING = (PartyRole.LEAD, PartyRole.CONVENER)


class May(StrEnum):
    """What may be done at a partnership's table."""

    READ = "read"
    TAKE_PART = "take_part"
    CHANGE = "change"
    LEAVE = "leave"


def _seated(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of an organisation that sits at the table."""
    return Q(pk__in=_own_seats(viewer).values("partnership_id")) if viewer.has(*roles) else NOTHING


def _looking_after(viewer: Viewer) -> Q:
    """Partnership managers of a seat that leads or convenes, or that began it."""
    leading = _own_seats(viewer).filter(leads())
    return Q(pk__in=leading.values("partnership_id")) if viewer.has(*MAKERS) else NOTHING


def _own_seats(viewer: Viewer) -> QuerySet[Seat]:
    """Where the viewer's organisation sits."""
    if viewer.organization_id is None:
        return Seat.objects.none()
    return Seat.objects.filter(organization_id=viewer.organization_id, left_at__isnull=True)


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _seated(v, *READERS) | _system(v),
    May.TAKE_PART: lambda v: _seated(v, *SIGNERS),
    May.CHANGE: _looking_after,
    May.LEAVE: lambda v: _seated(v, *LEAVERS),
}


def leads() -> Q:
    """Seats whose managers look after the table."""
    began = Q(organization_id=F("partnership__begun_by_id"))
    return began | Q(holds("roles", LEADING[0].value)) | Q(holds("roles", LEADING[1].value))


def partnerships(viewer: Viewer, may: May) -> QuerySet[Partnership]:
    """The partnerships that `viewer` may `may`."""
    return narrowed(Partnership.objects.all(), POLICY, viewer, may)


def one_partnership(viewer: Viewer, partnership_id: UUID, may: May) -> Partnership:
    """The partnership with this id. Raises NotFound or Denied."""
    return one(Partnership.objects.all(), POLICY, viewer, row_id=partnership_id, may=may, read=May.READ)


def one_partnership_to_change(viewer: Viewer, partnership_id: UUID, may: May) -> Partnership:
    """As `one_partnership`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Partnership.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=partnership_id, may=may, read=May.READ)


def check_may_begin(viewer: Viewer) -> None:
    """Raises Denied unless a partnership manager begins it for an organisation."""
    if not viewer.has(*MAKERS):
        raise Denied
