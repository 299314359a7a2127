"""Bring a backup back into an empty database."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kith.core.actions.replace_with_backup import Restored, replace_with_backup
from kith.core.errors import Denied, StatusConflict
from kith.core.storage.whole import holds_work
from kith.core.viewer import Viewer


def restore_backup(viewer: Viewer, *, folder: Path) -> Restored:
    """Bring back the backup in `folder`.

    Raises StatusConflict if the database holds work already, Denied for all but the system, BadInput for a
    folder that holds no whole backup for this database.
    """
    if not viewer.is_system:
        raise Denied
    if holds_work():
        raise StatusConflict(_("This database is in use: it has users or events. Nothing was changed."))
    return replace_with_backup(viewer, folder=folder)
