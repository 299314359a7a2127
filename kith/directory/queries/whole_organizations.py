"""Organisations as the standard's own records."""

from collections.abc import Sequence
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.organization import May, organizations
from kith.directory.reading.published import may_leave
from kith.directory.reading.whole import WholeListings
from kith.directory.records import OrganizationRecord


def whole_organizations(viewer: Viewer, *, organization_ids: Sequence[UUID]) -> list[OrganizationRecord]:
    """These organisations with what hangs on them, in the order asked for; one not there is left out."""
    rows = organizations(viewer, May.READ).filter(may_leave(viewer), pk__in=organization_ids)
    held = set(rows.values_list("pk", flat=True))
    listings = WholeListings(viewer, services=[], organization_ids=held)
    return [listings.organization(one) for one in organization_ids if one in held]
