"""Who may read and settle what somebody found wrong: whoever may mend the listing."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.policies.narrowing import narrowed, one
from kith.core.viewer import Role, Viewer
from kith.directory.models import ListingMistake
from kith.directory.policies.service import KEEPERS
from kith.directory.policies.who import as_host, as_system, own


class May(StrEnum):
    """What may be done with a note about a mistake."""

    READ = "read"
    SETTLE = "settle"


def _kept(viewer: Viewer) -> Q:
    return own(viewer, *KEEPERS) | as_host(viewer, Role.CURATOR, Role.ADMIN) | as_system(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {May.READ: _kept, May.SETTLE: _kept}


def listing_mistakes(viewer: Viewer, may: May) -> QuerySet[ListingMistake]:
    """The notes that the viewer may `may`."""
    return narrowed(ListingMistake.objects.all(), POLICY, viewer, may)


def one_listing_mistake(viewer: Viewer, mistake_id: UUID, may: May) -> ListingMistake:
    """One note, locked until the transaction ends. Raises NotFound or Denied."""
    rows = ListingMistake.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=mistake_id, may=may, read=May.READ)
