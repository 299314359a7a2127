"""Opening an import run."""

from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.events import ImportStarted
from kith.directory.models import ImportRun, Source
from kith.directory.policies.source import rows_to_import

LONGEST_SOURCE_NAME = 100
LONGEST_FILE_NAME = 300


def named_source(viewer: Viewer, name: str) -> Source:
    """The source of this name, new or known.

    Raises Denied, or BadInput if there is no name or one too long.
    """
    sources = rows_to_import(viewer, Source)
    name = name.strip()
    if not 0 < len(name) <= LONGEST_SOURCE_NAME:
        raise BadInput(_("Give the source a name of at most 100 characters."), field="source_name")
    source, _is_new = sources.get_or_create(name=name, defaults={"added_at": clock.now()})
    return source


def open_run(viewer: Viewer, source: Source, file_name: str) -> ImportRun:
    """A new run of this source, and the event of it. Raises Denied."""
    file_name = file_name[-LONGEST_FILE_NAME:]
    run = rows_to_import(viewer, ImportRun).create(source=source, file_name=file_name, started_at=clock.now())
    record(viewer, ImportStarted(subject=Ref("import_run", run.id)))
    return run
