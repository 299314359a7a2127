"""Django app of the cli room."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    """The door from a terminal."""

    name = "kith.cli"
    label = "cli"
