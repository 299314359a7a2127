"""The `kith` console script."""

import os
import sys

from django.core.management import execute_from_command_line

from kith.cli.management.commands.run import Command as Run


def main() -> None:
    """Run one command, e.g. `kith doctor`. `run` only starts other processes, so it loads no rooms itself."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    if sys.argv[1:2] == ["run"]:
        Run().run_from_argv(sys.argv)
        return
    execute_from_command_line(sys.argv)
