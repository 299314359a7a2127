"""Django app of the directory room."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Organisations, services and locations; places left; search."""

    name = "kith.directory"
    label = "directory"
