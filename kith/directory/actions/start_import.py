"""Begin to take in a file of listings."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.events import ImportStarted
from kith.directory.models import ImportRun, Source
from kith.directory.policies.source import check_may_import

LONGEST_SOURCE_NAME = 100


@transaction.atomic
def start_import(viewer: Viewer, *, source_name: str, file_name: str) -> UUID:
    """Open an import run of this source, new or known by its name; returns the run's id.

    Raises Denied, or BadInput if the source has no name or one over 100 characters.
    """
    check_may_import(viewer)
    name = source_name.strip()
    if not 0 < len(name) <= LONGEST_SOURCE_NAME:
        raise BadInput(_("Give the source a name of at most 100 characters."), field="source_name")
    now = clock.now()
    source, _is_new = Source.objects.get_or_create(name=name, defaults={"added_at": now})
    run = ImportRun.objects.create(source=source, file_name=file_name[-300:], started_at=now)
    record(viewer, ImportStarted(subject=Ref("import_run", run.id)))
    return run.id
