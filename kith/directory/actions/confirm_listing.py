"""Say that a listing is still correct."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import ListingConfirmed
from kith.directory.policies.service import May, one_service
from kith.directory.search_documents import write_search_documents
from kith.directory.terms import ConfirmedHow


@transaction.atomic
def confirm_listing(viewer: Viewer, *, service_id: UUID, how: ConfirmedHow) -> UUID:
    """Write down that a person found the listing right today; returns the service's id.

    Raises NotFound or Denied.
    """
    service = one_service(viewer, service_id, May.CONFIRM)
    service.confirmed_at = clock.now()
    service.confirmed_how = how
    service.confirmed_by_user_id = viewer.user_id
    service.save(update_fields=["confirmed_at", "confirmed_how", "confirmed_by_user_id"])
    write_search_documents([service.id])
    record(viewer, ListingConfirmed(subject=service.ref, organization_id=service.organization_id, how=how))
    return service.id
