"""Whether the database is as it should be."""

from kith.core.errors import Denied
from kith.core.storage.settings_of_database import DatabaseSettings, database_settings
from kith.core.viewer import Viewer


def database_state(viewer: Viewer) -> DatabaseSettings:
    """How the database is set, for the system. Raises Denied for all others."""
    if not viewer.is_system:
        raise Denied
    return database_settings()
