"""Whoever is excluded is told nothing more, whichever way the exclusion was made."""

from uuid import UUID

from kith.consent.events import ExclusionMade
from kith.consent.views_of import Told
from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.disclosure.stopping import stop_excluded


@listens_to(ExclusionMade)
def stop_what_was_excluded(viewer: Viewer, event: Recorded) -> None:
    """Stop what they were told and what waits to go out. Reads have hidden it since the exclusion itself."""
    if event.person_id is None or event.organization_id is None:
        return
    contact = event.payload["excluded_contact_id"]
    told = Told(
        person_id=event.person_id,
        holder_id=event.organization_id,
        recipient_id=UUID(str(event.payload["excluded_organization_id"])),
    )
    stop_excluded(viewer, told, contact_id=UUID(str(contact)) if contact is not None else None)
