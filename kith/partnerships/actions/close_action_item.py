"""Saying that something is done."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.policies.action_item import one_item_to_change
from kith.partnerships.table_errors import AlreadyDone
from kith.partnerships.table_events import ActionItemClosed


@transaction.atomic
def close_action_item(viewer: Viewer, *, item_id: UUID) -> UUID:
    """Mark it as done: by its owner, or by who looks after the table. Returns the partnership's id.

    Raises NotFound, Denied or AlreadyDone.
    """
    item = one_item_to_change(viewer, item_id)
    if item.done_at is not None:
        raise AlreadyDone
    item.done_at = clock.now()
    item.save(update_fields=["done_at"])
    subject = Ref("partnership", item.partnership_id)
    record(viewer, ActionItemClosed(subject=subject, organization_id=item.organization_id))
    return item.partnership_id
