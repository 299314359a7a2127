"""Say that something in a listing is wrong."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Door, Viewer
from kith.directory.events import ListingMistakeReported
from kith.directory.mistakes import MistakeKind
from kith.directory.models import ListingMistake
from kith.directory.models.listing_mistake import LONGEST_WORDS
from kith.directory.policies.listing_mistake import told_to
from kith.directory.policies.service import May, one_service


@transaction.atomic
def report_listing_mistake(viewer: Viewer, *, service_id: UUID, kind: MistakeKind, words: str) -> UUID:
    """Leave a note for the keepers of the listing, from anybody who may read it; returns the service's id.

    Who sent it is kept nowhere, nor in the trail what it was about.

    Raises NotFound, or BadInput for more than 500 signs.
    """
    service = one_service(viewer, service_id, May.READ)
    said = words.strip()
    if len(said) > LONGEST_WORDS:
        raise BadInput(field="words")
    note = ListingMistake.objects.create(
        service=service,
        organization_id=service.organization_id,
        kind=kind,
        words=said,
        reported_at=clock.now(),
    )
    told = told_to(viewer, note)
    record(Viewer.nobody(Door.PUBLIC), ListingMistakeReported(subject=note.ref, organization_id=told))
    return service.id
