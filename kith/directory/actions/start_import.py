"""Begin to take in a file of listings."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.directory.importing.runs import named_source, open_run


@transaction.atomic
def start_import(viewer: Viewer, *, source_name: str, file_name: str) -> UUID:
    """Open an import run of this source, new or known by its name; returns the run's id.

    Raises Denied, or BadInput if the source has no name or one over 100 characters.
    """
    return open_run(viewer, named_source(viewer, source_name), file_name).id
