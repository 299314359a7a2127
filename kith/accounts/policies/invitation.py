"""Who may see and take back which invitation."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import F, Q, QuerySet

from kith.accounts.invitation_token import digest_of
from kith.accounts.models import Invitation
from kith.accounts.policies.membership import live_admins
from kith.accounts.policies.starting import is_host_admin
from kith.accounts.terms import May
from kith.core.errors import Denied, NotFound
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Role, Viewer

NOT_A_PORTAL = ~Q(role="")
FROM_INSIDE = Q(from_organization__isnull=False, from_organization=F("organization"))
FROM_OUTSIDE = NOT_A_PORTAL & Q(invited_by__isnull=False) & ~FROM_INSIDE


def _managed(viewer: Viewer) -> Q:
    """A person's own invitation is nobody's to see: it would tell that the person is known here."""
    if viewer.is_system:
        return ALL
    own = Q(organization_id=viewer.organization_id) & NOT_A_PORTAL if viewer.has(Role.ADMIN) else NOTHING
    return own | _starting(viewer)


def _starting(viewer: Viewer) -> Q:
    """What the host's admins offered where there is no admin; with an admin it is theirs alone."""
    if not is_host_admin(viewer):
        return NOTHING
    own = Q(from_organization_id=viewer.organization_id, role=Role.ADMIN)
    return own & ~Q(organization_id__in=live_admins().values("organization_id"))


def _noticed(viewer: Viewer) -> Q:
    """That somebody outside offered a role here, everybody here may know."""
    if viewer.is_system:
        return FROM_OUTSIDE
    return Q(organization_id=viewer.organization_id) & FROM_OUTSIDE if viewer.has(*Role) else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: _managed,
    May.MANAGE: _managed,
    May.NOTICE: _noticed,
}


def invitations(viewer: Viewer, may: May) -> QuerySet[Invitation]:
    """The invitations that `viewer` may `may`."""
    return narrowed(Invitation.objects.all(), POLICY, viewer, may)


def one_invitation(viewer: Viewer, invitation_id: UUID, may: May) -> Invitation:
    """The one invitation with this id. Raises NotFound or Denied."""
    return one(Invitation.objects.all(), POLICY, viewer, row_id=invitation_id, may=may, read=May.READ)


def organization_inviting_to_portal(viewer: Viewer) -> UUID:
    """The organisation for which `viewer` may invite a person to their own page. Raises Denied."""
    if viewer.organization_id is None or not viewer.has(Role.NAVIGATOR, Role.CLINICIAN):
        raise Denied
    return viewer.organization_id


def invitation_by_token(token: str) -> Invitation:
    """The invitation with this token: the token itself is the right to read it. Raises NotFound."""
    return _with_token(Invitation.objects.all(), token)


def locked_invitation_by_token(token: str) -> Invitation:
    """The same, and nobody else can take it up until the transaction ends. Raises NotFound."""
    return _with_token(Invitation.objects.select_for_update(), token)


def still_open(invitation_id: UUID) -> QuerySet[Invitation]:
    """The invitation if it is neither accepted nor withdrawn: the row of a conditional update."""
    return Invitation.objects.filter(pk=invitation_id, accepted_at__isnull=True, withdrawn_at__isnull=True)


def _with_token(rows: QuerySet[Invitation], token: str) -> Invitation:
    found = rows.filter(token_digest=digest_of(token)).first()
    if found is None:
        raise NotFound
    return found
