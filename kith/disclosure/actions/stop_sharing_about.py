"""A person stops one record alone."""

from uuid import UUID

from django.db import transaction

from kith.consent.actions.withdraw_about import withdraw_about
from kith.consent.views_of import Told
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.policies.disclosure import May, disclosures
from kith.disclosure.stopping import stop_lines


@transaction.atomic
def stop_sharing_about(viewer: Viewer, *, person_id: UUID, about: Ref) -> None:
    """Take back the yes for this record, hide what was told for it, stop what waits to go out about it.

    What the same partner was told for another record stays. Nothing to stop is no error. As far as the
    viewer may stop it.
    """
    withdraw_about(viewer, person_id=person_id, about=about)
    told = disclosures(viewer, May.STOP).filter(
        person_id=person_id, about_kind=about.kind, about_id=about.id, stopped_at=None
    )
    for holder_id, recipient_id in sorted(set(told.values_list("holder_id", "recipient_id"))):
        partner = Told(person_id=person_id, holder_id=holder_id, recipient_id=recipient_id)
        stop_lines(viewer, partner, told.filter(recipient_id=recipient_id), subject=about)
