"""Begin the search index anew."""

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.policies.source import check_may_import
from kith.directory.searching.records import begin_anew


@transaction.atomic
def renew_search(viewer: Viewer) -> None:
    """After a restore: what was built from other rows is of no use; the worker builds from these.

    Raises Denied.
    """
    check_may_import(viewer)
    begin_anew()
