"""A person no longer minds that someone sees their things."""

from uuid import UUID

from django.db import transaction

from kith.consent.events import ExclusionLifted
from kith.consent.policies.exclusion import one_exclusion_to_change
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def lift_exclusion(viewer: Viewer, *, exclusion_id: UUID) -> None:
    """End the exclusion. It lets nothing leave by itself; lifting twice is no error.

    Raises NotFound or Denied.
    """
    row = one_exclusion_to_change(viewer, exclusion_id)
    if row.lifted_at is not None:
        return
    row.lifted_at = clock.now()
    row.save(update_fields=["lifted_at"])
    record(
        viewer,
        ExclusionLifted(
            subject=Ref("person", row.person_id), person_id=row.person_id, organization_id=row.holder_id
        ),
    )
