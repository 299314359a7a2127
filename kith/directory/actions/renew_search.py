"""Begin the search index anew."""

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.policies.source import check_may_import
from kith.directory.searching.records import begin_anew
from kith.directory.tasks import build_generation_soon


@transaction.atomic
def renew_search(viewer: Viewer) -> None:
    """After a restore: what was built from other rows is of no use, and a generation is built from these.

    Raises Denied.
    """
    check_may_import(viewer)
    begin_anew()
    build_generation_soon.enqueue()
