"""List a new organisation."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import OrganizationAdded
from kith.directory.models import Organization
from kith.directory.policies.organization import check_may_add
from kith.directory.terms import OrganizationKind


@transaction.atomic
def add_organization(
    viewer: Viewer, *, name: str, description: str, email: str, website: str, kind: OrganizationKind
) -> UUID:
    """List an organisation; returns its id.

    Raises Denied, or BadInput without a name.
    """
    check_may_add(viewer)
    if not name.strip():
        raise BadInput(field="name")
    organization = Organization.objects.create(
        name=name.strip(),
        description=description,
        email=email,
        website=website,
        kind=kind,
        changed_at=clock.now(),
    )
    record(
        viewer,
        OrganizationAdded(subject=organization.ref, organization_id=organization.id, organization_kind=kind),
    )
    return organization.id
