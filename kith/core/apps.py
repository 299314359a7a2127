"""Django app of the core room."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """Finds every room's listeners once all rooms are loaded."""

    name = "kith.core"
    label = "core"
    default_auto_field = "django.db.models.UUIDField"

    def ready(self) -> None:
        """Import `listeners` of each room, so that they register themselves."""
        autodiscover_modules("listeners")
