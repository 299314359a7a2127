"""Asking the person at the terminal, unless an argument has said it already."""

import getpass
import sys
from collections.abc import Mapping

from django.core.management.base import CommandError

from kith.core.queries.site_profile import SiteProfilePage


class Asking:
    """Takes each answer from the arguments, else from the terminal, else from the suggestion."""

    def __init__(self, given: Mapping[str, object], *, is_quiet: bool) -> None:
        self._given = given
        self._is_quiet = is_quiet

    def text(self, name: str, question: str, suggestion: str) -> str:
        """The answer, without spaces around it. Raises CommandError if none is needed but none is there."""
        given = self._given.get(name)
        if given is not None:
            return str(given).strip()
        if self._is_quiet:
            return suggestion
        shown = f"{question} [{suggestion}]: " if suggestion else f"{question}: "
        return input(shown).strip() or suggestion

    def password(self) -> str | None:
        """The password twice from the terminal, or one line from standard input with --password-stdin."""
        if self._given.get("password_stdin"):
            return sys.stdin.readline().rstrip("\n")
        if self._is_quiet:
            return None
        first = getpass.getpass("Password (nothing is shown while you type): ")
        if first != getpass.getpass("The same again: "):
            raise CommandError("The two passwords differ. Nothing was changed.")
        return first


def or_else(profile: SiteProfilePage, name: str, suggestion: str) -> str:
    """What the site says already, else the suggestion."""
    return str(getattr(profile, name)) or suggestion
