"""Who may see an agreement, and who may do what with it."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.errors import Denied
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.models import Agreement, AgreementParty
from kith.partnerships.terms import AgreementStatus

READERS = (
    Role.NAVIGATOR,
    Role.CLINICIAN,
    Role.PARTNERSHIP_MANAGER,
    Role.COORDINATOR,
    Role.ADMIN,
)
SIGNERS = (Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN)
MAKERS = (Role.PARTNERSHIP_MANAGER,)


class May(StrEnum):
    """What may be done with an agreement."""

    READ = "read"
    ROUTE = "route"
    CHANGE = "change"
    SIGN = "sign"
    END = "end"


def _party(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of an organisation that takes part. A draft is its writers' alone."""
    if not viewer.has(*roles):
        return NOTHING
    return _takes_part(viewer) & (~Q(status=AgreementStatus.DRAFT.value) | _drafted(viewer))


def _takes_part(viewer: Viewer) -> Q:
    """An organisation that takes part."""
    if viewer.organization_id is None:
        return NOTHING
    ours = AgreementParty.objects.filter(organization_id=viewer.organization_id)
    return Q(pk__in=ours.values("agreement_id"))


def _drafted(viewer: Viewer) -> Q:
    """The organisation that wrote it."""
    return Q(drafted_by_id=viewer.organization_id)


def _drafting(viewer: Viewer) -> Q:
    """The partnership managers of the organisation that writes it."""
    return _drafted(viewer) if viewer.has(*MAKERS) else NOTHING


def _asked_by_link(viewer: Viewer) -> Q:
    """Whoever answers one ask for an organisation that takes part."""
    is_link = viewer.door is Door.ANSWER and viewer.only is not None
    return _takes_part(viewer) if is_link else NOTHING


def _own_page(viewer: Viewer) -> Q:
    """A person in the portal: what binds those who ask for her."""
    return ALL if viewer.door is Door.PORTAL and viewer.person_id is not None else NOTHING


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _party(v, *READERS) | _drafting(v) | _system(v),
    May.ROUTE: lambda v: _party(v, *READERS) | _asked_by_link(v) | _own_page(v) | _system(v),
    May.CHANGE: _drafting,
    May.SIGN: lambda v: _party(v, *SIGNERS),
    May.END: lambda v: _party(v, *MAKERS),
}


def agreements(viewer: Viewer, may: May) -> QuerySet[Agreement]:
    """The agreements that `viewer` may `may`."""
    return narrowed(Agreement.objects.all(), POLICY, viewer, may)


def one_agreement(viewer: Viewer, agreement_id: UUID, may: May) -> Agreement:
    """The agreement with this id. Raises NotFound or Denied."""
    return one(Agreement.objects.all(), POLICY, viewer, row_id=agreement_id, may=may, read=May.READ)


def one_agreement_to_change(viewer: Viewer, agreement_id: UUID, may: May) -> Agreement:
    """As `one_agreement`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Agreement.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=agreement_id, may=may, read=May.READ)


def binding(viewer: Viewer, *, sender_id: UUID, receiver_id: UUID, on: date) -> QuerySet[Agreement]:
    """What binds both on this day, the newest first: in force, begun, not run out, signed by both."""
    if sender_id == receiver_id:
        return Agreement.objects.none()
    found = agreements(viewer, May.ROUTE).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        status=AgreementStatus.IN_FORCE.value,
        starts_on__lte=on,
    )
    for organization_id in (sender_id, receiver_id):
        signed = AgreementParty.objects.filter(organization_id=organization_id, signed_at__isnull=False)
        found = found.filter(pk__in=signed.values("agreement_id"))
    return found.order_by("-in_force_at", "-pk")


def bound_to(viewer: Viewer, *, sender_id: UUID, on: date) -> QuerySet[AgreementParty]:
    """The signatures of all others on what binds this organisation on that day."""
    signed = AgreementParty.objects.filter(signed_at__isnull=False)
    binding_us = agreements(viewer, May.ROUTE).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        pk__in=signed.filter(organization_id=sender_id).values("agreement_id"),
        status=AgreementStatus.IN_FORCE.value,
        starts_on__lte=on,
    )
    return signed.filter(agreement__in=binding_us).exclude(organization_id=sender_id)


def check_may_draft(viewer: Viewer, *, organization_ids: Iterable[UUID]) -> None:
    """Raises Denied unless a partnership manager writes, for an organisation that takes part."""
    if not viewer.has(*MAKERS) or viewer.organization_id not in set(organization_ids):
        raise Denied
