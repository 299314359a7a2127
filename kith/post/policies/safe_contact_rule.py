"""Who may see and set how a person may be reached."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Role, Viewer
from kith.post.models import SafeContactRule


class May(StrEnum):
    """What may be done with a rule."""

    READ = "read"
    CHANGE = "change"
    OBEY = "obey"


def _own_or_own_organization(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    if viewer.person_id is not None:
        return Q(person_id=viewer.person_id)
    if viewer.has(Role.NAVIGATOR, Role.CLINICIAN):
        return Q(organization_id=viewer.organization_id)
    return NOTHING


def _everyone(_viewer: Viewer) -> Q:
    """The gate itself reads the rule, whoever sends: what it holds goes to nobody."""
    return ALL


POLICY: Mapping[May, Callable[[Viewer], Q]] = {
    May.READ: _own_or_own_organization,
    May.CHANGE: _own_or_own_organization,
    May.OBEY: _everyone,
}


def rules(viewer: Viewer, may: May) -> QuerySet[SafeContactRule]:
    """The rules that `viewer` may `may`."""
    return narrowed(SafeContactRule.objects.all(), POLICY, viewer, may)


def may_set_first(viewer: Viewer, *, person_id: UUID, organization_id: UUID) -> bool:
    """True if `viewer` may write the rule of a person who has none.

    Whoever acts for no organisation may: a person begins by themselves, and is not known to us before.
    """
    if SafeContactRule.objects.filter(person_id=person_id).exists():
        return False
    if viewer.organization_id is None:
        return True
    return viewer.has(Role.NAVIGATOR, Role.CLINICIAN) and viewer.organization_id == organization_id
