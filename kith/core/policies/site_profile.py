"""Everyone may read whose site this is; the host's admin may change it."""

from collections.abc import Callable
from enum import StrEnum

from django.db.models import Q, QuerySet

from kith.core.models import SiteProfile
from kith.core.policies.narrowing import ALL, NOTHING, narrowed
from kith.core.viewer import Role, Viewer


class May(StrEnum):
    """What one may do with the site's profile."""

    READ = "read"
    CHANGE = "change"


def _anyone(_viewer: Viewer) -> Q:
    return ALL


def _host_admin(viewer: Viewer) -> Q:
    if viewer.is_system:
        return ALL
    if viewer.has(Role.ADMIN):
        return Q(host_organization_id=viewer.organization_id)
    return NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _anyone, May.CHANGE: _host_admin}


def site_profiles(viewer: Viewer, may: May) -> QuerySet[SiteProfile]:
    """The site's one row, if there is one and `viewer` may `may`."""
    return narrowed(SiteProfile.objects.all(), POLICY, viewer, may)
