"""Tell the search anew of services of which time alone says something else."""

from django.db import transaction

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.policies.search_record import search_records
from kith.directory.policies.source import check_may_import
from kith.directory.search_documents import write_search_documents

AT_ONCE = 200


def refresh_search_records(viewer: Viewer) -> int:
    """Places told over 30 days ago, rules that begin or end, closed days of another year; a part at a time.

    Returns how many were told anew. Raises Denied.
    """
    check_may_import(viewer)
    due = search_records(viewer).filter(fresh_until__lte=clock.now()).order_by("fresh_until", "pk")
    ids = list(due.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        with transaction.atomic():
            write_search_documents(ids[start : start + AT_ONCE])
    return len(ids)
