"""Who may see what an organisation took on, and who may say that it is done."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Viewer
from kith.partnerships.models import ActionItem
from kith.partnerships.policies.agreement import SIGNERS
from kith.partnerships.policies.partnership import May as MayAtTable
from kith.partnerships.policies.partnership import partnerships


class May(StrEnum):
    """What may be done with one thing to do."""

    READ = "read"
    CLOSE = "close"


def _at_tables(viewer: Viewer, may: MayAtTable) -> Q:
    """Of tables at which the viewer may do this."""
    return Q(partnership_id__in=partnerships(viewer, may).values("pk"))


def _own(viewer: Viewer) -> Q:
    """What the viewer's own organisation took on."""
    return Q(organization_id=viewer.organization_id) if viewer.has(*SIGNERS) else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _at_tables(v, MayAtTable.READ),
    May.CLOSE: lambda v: (_at_tables(v, MayAtTable.TAKE_PART) & _own(v)) | _at_tables(v, MayAtTable.CHANGE),
}


def action_items(viewer: Viewer, may: May) -> QuerySet[ActionItem]:
    """What `viewer` may `may`, the first due first."""
    return narrowed(ActionItem.objects.order_by("due_on", "pk"), POLICY, viewer, may)


def open_items(viewer: Viewer, partnership_ids: Iterable[UUID]) -> QuerySet[ActionItem]:
    """What is still to do at these tables, the first due first."""
    rows = action_items(viewer, May.READ)
    return rows.filter(partnership_id__in=list(partnership_ids), done_at__isnull=True)


def one_item_to_change(viewer: Viewer, item_id: UUID) -> ActionItem:
    """One thing to do, locked until the transaction ends. Raises NotFound or Denied."""
    rows = ActionItem.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=item_id, may=May.CLOSE, read=May.READ)
