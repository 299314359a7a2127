"""Django app of the cli room."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class CliConfig(AppConfig):
    """The door from a terminal."""

    name = "kith.cli"
    label = "cli"

    def ready(self) -> None:
        """Let `kith check --deploy` look at the site."""
        import_string("kith.cli.deploy_checks.check_site")
