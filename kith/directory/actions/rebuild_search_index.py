"""Write every listing to the search index again."""

from django.db import transaction

from kith.core.events import record
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Viewer
from kith.directory import search_index
from kith.directory.events import SearchIndexRebuilt
from kith.directory.policies.service import May, services
from kith.directory.policies.source import check_may_import
from kith.directory.search_documents import write_search_documents

AT_ONCE = 500


@transaction.atomic
def rebuild_search_index(viewer: Viewer) -> int:
    """Empty the index and fill it: after a restore, or after the words of topics changed.

    Returns how many services it holds. Raises Denied.
    """
    check_may_import(viewer)
    search_index.clear()
    ids = list(services(viewer, May.READ).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        write_search_documents(ids[start : start + AT_ONCE])
    record(viewer, SearchIndexRebuilt(subject=Ref("site", uuid7()), services=len(ids)))
    return len(ids)
