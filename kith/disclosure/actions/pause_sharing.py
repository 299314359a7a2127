"""A person pauses sharing with a partner."""

from uuid import UUID

from django.db import transaction

from kith.consent.actions.pause_consent import pause_consent
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.events import SharingPaused
from kith.disclosure.stopping import abouts_of, cancel_about, open_lines


@transaction.atomic
def pause_sharing(viewer: Viewer, *, consent_id: UUID) -> None:
    """Hide what this consent's partner was told until it is resumed, and stop what waits to go out.

    Raises NotFound, Denied, or HasEnded if there is no yes left to pause.
    """
    told = pause_consent(viewer, consent_id=consent_id)
    abouts = abouts_of(open_lines(viewer, told))
    cancel_about(viewer, abouts)
    record(
        viewer,
        SharingPaused(
            subject=Ref("consent", consent_id),
            person_id=told.person_id,
            organization_id=told.holder_id,
            recipient_id=told.recipient_id,
            abouts=abouts,
        ),
    )
