"""The `kith` console script."""

import os
import sys


def main() -> None:
    """Run one command, e.g. `kith doctor`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 (settings first)

    execute_from_command_line(sys.argv)
