"""Who may see how a partner wants to be asked, and who may change it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.models import AgreementParty, Partner, Withdrawal
from kith.partnerships.policies.agreement import DAY_OVER_EVERYWHERE, READERS, SIGNERS
from kith.partnerships.policies.agreement import May as MayAgree
from kith.partnerships.policies.version import versions
from kith.partnerships.terms import AgreementStatus, VersionState

WORKERS = (Role.NAVIGATOR, Role.CLINICIAN)
WELCOMERS = (Role.PARTNERSHIP_MANAGER, Role.ADMIN)
LIVE = (
    AgreementStatus.PROPOSED.value,
    AgreementStatus.IN_FORCE.value,
    AgreementStatus.SUSPENDED.value,
)
SIGNABLE = (VersionState.OFFERED.value, VersionState.SIGNED.value)


class May(StrEnum):
    """What may be done with a partner."""

    READ = "read"
    ROUTE = "route"
    WEEK = "week"
    LOOK_AFTER = "look_after"
    PAUSE = "pause"
    OWN_CODE = "own_code"
    CONFIRM = "confirm"


def _own(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of the partner itself."""
    return Q(organization_id=viewer.organization_id) if viewer.has(*roles) else NOTHING


def _welcomed(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of the organisation that welcomed the partner."""
    return Q(welcomed_by_id=viewer.organization_id) if viewer.has(*roles) else NOTHING


def _bound(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of one that signed the same living agreement, which neither has left."""
    if viewer.organization_id is None or not viewer.has(*roles):
        return NOTHING
    left = Withdrawal.objects.filter(
        agreement_id=OuterRef("version__agreement_id"),
        organization_id=OuterRef("organization_id"),
        last_on__lt=clock.today(DAY_OVER_EVERYWHERE),
    )
    signed = AgreementParty.objects.filter(
        ~Exists(left),
        signed_at__isnull=False,
        version__state__in=SIGNABLE,
        version__agreement__status__in=LIVE,
    )
    ours = signed.filter(organization_id=viewer.organization_id)
    both = signed.filter(version_id__in=ours.values("version_id"))
    return Q(organization_id__in=both.values("organization_id"))


def _at_the_table(viewer: Viewer) -> Q:
    """Members of an organisation that is asked to sign beside the partner: whose days does a promise mean."""
    seen = versions(viewer, MayAgree.READ).filter(agreement__status__in=LIVE, state__in=SIGNABLE).order_by()
    sitting = AgreementParty.objects.filter(version_id__in=seen.values("pk"))
    return Q(organization_id__in=sitting.values("organization_id"))


def _own_by_link(viewer: Viewer) -> Q:
    """Whoever answers one ask for the partner."""
    is_link = viewer.door is Door.ANSWER and viewer.only is not None and viewer.organization_id is not None
    return Q(organization_id=viewer.organization_id) if is_link else NOTHING


def _named_by_link(viewer: Viewer) -> Q:
    """The named person who came by the link in their own mail."""
    is_theirs = viewer.only is not None and viewer.only.kind == "contact"
    return _own_by_link(viewer) if is_theirs else NOTHING


def _own_page(viewer: Viewer) -> Q:
    """A person in the portal: when those who help her are asked."""
    return ALL if viewer.door is Door.PORTAL and viewer.person_id is not None else NOTHING


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


def _reading(viewer: Viewer) -> Q:
    return _own(viewer, *READERS) | _welcomed(viewer, *READERS) | _bound(viewer, *READERS) | _system(viewer)


def _looking_after(viewer: Viewer) -> Q:
    return _own(viewer, *SIGNERS) | _welcomed(viewer, *WELCOMERS) | _system(viewer)


def _own_code(viewer: Viewer) -> Q:
    """Never those who only welcomed the partner: the code opens what is meant for the partner alone."""
    return _own(viewer, *SIGNERS) | _named_by_link(viewer) | _system(viewer)


def _confirming(viewer: Viewer) -> Q:
    """The partner itself, and workers who may ask there."""
    reading = _own(viewer, *WORKERS) | _welcomed(viewer, *WORKERS) | _bound(viewer, *WORKERS)
    return _own(viewer, *SIGNERS) | reading | _system(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _reading,
    May.ROUTE: lambda v: _reading(v) | _own_by_link(v) | _own_page(v),
    May.WEEK: lambda v: _reading(v) | _at_the_table(v),
    May.LOOK_AFTER: _looking_after,
    May.PAUSE: lambda v: _looking_after(v) | _own_by_link(v),
    May.OWN_CODE: _own_code,
    May.CONFIRM: _confirming,
}


def partners(viewer: Viewer, may: May) -> QuerySet[Partner]:
    """The partners that `viewer` may `may`."""
    return narrowed(Partner.objects.all(), POLICY, viewer, may)


def one_partner(viewer: Viewer, organization_id: UUID, may: May) -> Partner:
    """The partner that this organisation is. Raises NotFound or Denied."""
    row_id = Partner.objects.filter(organization_id=organization_id).values_list("pk", flat=True).first()
    if row_id is None:
        raise NotFound
    return one(Partner.objects.all(), POLICY, viewer, row_id=row_id, may=may, read=May.READ)


def one_partner_to_change(viewer: Viewer, organization_id: UUID, may: May) -> Partner:
    """As `one_partner`, locked until the transaction ends. Raises NotFound or Denied."""
    found = one_partner(viewer, organization_id, may)
    return Partner.objects.select_for_update().get(pk=found.pk)


def is_welcoming(viewer: Viewer) -> bool:
    """True for the host's partnership manager or admin: who is at this table, only the host decides.

    Whoever welcomes a partner looks after it; one partner must not come to look after another.
    """
    if viewer.is_system:
        return True
    if viewer.organization_id is None or not viewer.has(*WELCOMERS):
        return False
    return site_profile(viewer).host_organization_id == viewer.organization_id


def check_may_welcome(viewer: Viewer) -> None:
    """Raises Denied unless the host welcomes."""
    if not is_welcoming(viewer):
        raise Denied


def check_looks_after(viewer: Viewer, *, organization_ids: Iterable[UUID]) -> None:
    """Raises Denied unless each is the viewer's own organisation or a partner that it welcomed.

    A paper binds at once; whoever adopts one can bind only those they look after.
    """
    wanted = set(organization_ids) - {viewer.organization_id}
    if viewer.organization_id is None or welcomed_among(viewer, wanted) != wanted:
        raise Denied


def welcomed_among(viewer: Viewer, organization_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these organisations that are partners which the viewer's own has welcomed."""
    if viewer.organization_id is None:
        return frozenset()
    rows = Partner.objects.filter(
        welcomed_by_id=viewer.organization_id, organization_id__in=set(organization_ids)
    )
    return frozenset(rows.values_list("organization_id", flat=True))
