"""Tell the search of every listing again."""

from django.db import transaction

from kith.core.events import record
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Viewer
from kith.directory.events import SearchIndexRebuilt
from kith.directory.policies.search_record import search_records
from kith.directory.policies.service import May, services
from kith.directory.policies.source import check_may_import
from kith.directory.search_documents import write_search_documents
from kith.directory.searching.records import mark_filled
from kith.directory.tasks import build_generation_soon

AT_ONCE = 250


def rebuild_search_index(viewer: Viewer) -> int:
    """Write every service anew, a part at a time: after an upgrade, or after the words of topics changed.

    What was killed begins again from the start and does no harm. Returns how many services there are.
    Raises Denied.
    """
    check_may_import(viewer)
    ids = list(services(viewer, May.READ).order_by("pk").values_list("pk", flat=True))
    told = set(search_records(viewer).filter(is_gone=False).values_list("pk", flat=True))
    every = [*ids, *sorted(told.difference(ids))]
    for start in range(0, len(every), AT_ONCE):
        with transaction.atomic():
            write_search_documents(every[start : start + AT_ONCE])
    with transaction.atomic():
        mark_filled()
        build_generation_soon.enqueue()
        record(viewer, SearchIndexRebuilt(subject=Ref("site", uuid7()), services=len(ids)))
    return len(ids)
