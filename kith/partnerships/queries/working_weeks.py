"""In whose days a promise counts."""

from collections.abc import Iterable
from uuid import UUID

from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.week import weeks_of


def working_weeks(viewer: Viewer, *, organization_ids: Iterable[UUID]) -> dict[UUID, WorkingWeek]:
    """The stated week of each partner that the viewer may ask; others are left out."""
    rows = partners(viewer, May.ROUTE).filter(organization_id__in=set(organization_ids))
    return weeks_of(viewer, list(rows), May.ROUTE)
