"""Facts about a viewer that several rows of the law share."""

from django.db.models import Q

from kith.core.policies.narrowing import NOTHING
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Role, Viewer

EVERY = ~NOTHING
"""Every row. `Q()` would vanish in an `|`."""


def everyone(_viewer: Viewer) -> Q:
    """Public rows: no login."""
    return EVERY


def own(viewer: Viewer, *roles: Role) -> Q:
    """Rows of the organisation that the viewer acts for in one of `roles`."""
    return Q(organization_id=viewer.organization_id) if viewer.has(*roles) else NOTHING


def as_host(viewer: Viewer, *roles: Role) -> Q:
    """Every row, for those whose organisation runs this site."""
    return EVERY if is_of_host(viewer, *roles) else NOTHING


def as_system(viewer: Viewer) -> Q:
    """Every row, for Kith itself."""
    return EVERY if viewer.is_system else NOTHING


def is_of_host(viewer: Viewer, *roles: Role) -> bool:
    """True if the viewer acts, in one of `roles`, for the organisation that runs this site."""
    if not viewer.has(*roles):
        return False
    return site_profile(viewer).host_organization_id == viewer.organization_id
