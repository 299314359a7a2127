"""Take out what a field said: it should never have stood there."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.events import FieldChangeTakenOut
from kith.directory.models import FieldChange
from kith.directory.policies.field_change import May, field_changes, one_field_change, typed_here
from kith.directory.searching.records import forget_built
from kith.directory.tasks import build_generation_soon
from kith.directory.terms import TakenOutWhy


@transaction.atomic
def take_out_field_change(viewer: Viewer, *, change_id: UUID, why: TakenOutWhy) -> UUID:
    """Forget the words before and after this change, wherever the field's history has them.

    That it changed stays; the trail holds only marks, which nobody can read back. Returns the listing's id.
    Raises NotFound or Denied.
    """
    change = one_field_change(viewer, change_id, May.KEEP)
    words = {change.previous_value, change.replacement_value} - {""}
    field = {"resource_id": change.resource_id, "field_name": change.field_name}
    typed_here(viewer).filter(**field, source_value__in=words).update(source_value="")
    said = Q(pk=change.pk) | Q(previous_value__in=words) | Q(replacement_value__in=words)
    same = field_changes(viewer, May.KEEP).filter(said, **field, taken_out_at__isnull=True)
    for row in same.order_by("pk"):
        _take_out(viewer, row, why)
    forget_built()
    build_generation_soon.enqueue()
    return change.resource_id


def _take_out(viewer: Viewer, change: FieldChange, why: TakenOutWhy) -> None:
    change.previous_value = change.replacement_value = ""
    change.taken_out_at, change.taken_out_why = clock.now(), why
    change.save(update_fields=["previous_value", "replacement_value", "taken_out_at", "taken_out_why"])
    record(
        viewer,
        FieldChangeTakenOut(subject=change.ref, organization_id=change.organization_id, why=why),
    )
