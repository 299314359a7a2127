"""Asking the person at the terminal, unless an argument has said it already."""

import getpass
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.management.base import CommandError

from kith.core.errors import BadInput

NOTHING_CHANGED = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `check` gives the answer as it is kept, or raises BadInput with the reason."""

    name: str
    words: str
    check: Callable[[str], str]

    @property
    def option(self) -> str:
        """The argument that answers it beforehand."""
        return f"--{self.name.replace('_', '-')}"


class Asking:
    """Takes each answer from the arguments, else from the terminal, else from the suggestion.

    At the terminal a bad answer is asked for again, with the reason. Where nobody is asked, all faults are
    kept, each with its option, and said at once.
    """

    def __init__(self, given: Mapping[str, object], *, is_quiet: bool, say: Callable[[str], object]) -> None:
        self._given = given
        self._is_quiet = is_quiet
        self._say = say
        self._faults: list[str] = []

    def text(self, question: Question, suggestion: str) -> str:
        """The answer, as its question keeps it."""
        given = self._given.get(question.name)
        if given is None and not self._is_quiet:
            return self._typed(question, suggestion)
        answer = suggestion if given is None else str(given).strip()
        try:
            return question.check(answer)
        except BadInput as error:
            return self._mended(question, suggestion, answer, error)

    def password(self, check: Callable[[str], object]) -> str | None:
        """The password twice from the terminal, or one line from standard input with --password-stdin."""
        if not self._given.get("password_stdin"):
            return None if self._is_quiet else self._typed_password(check)
        piped = sys.stdin.readline().rstrip("\n")
        try:
            check(piped)
        except BadInput as error:
            self._faults.append(f"--password-stdin: {error.sentence}")
        return piped

    def check_all(self) -> None:
        """Raises CommandError that names every fault among the answers given beforehand."""
        if self._faults:
            raise CommandError("\n".join([*self._faults, NOTHING_CHANGED]))

    def _mended(self, question: Question, suggestion: str, answer: str, error: BadInput) -> str:
        if not self._is_quiet:
            self._say(f"{question.option}: {error.sentence}")
            return self._typed(question, suggestion)
        self._faults.append(f"{question.option}: {error.sentence}")
        return answer

    def _typed(self, question: Question, suggestion: str) -> str:
        shown = f"{question.words} [{suggestion}]: " if suggestion else f"{question.words}: "
        while True:
            try:
                return question.check(_line(lambda: input(shown)).strip() or suggestion)
            except BadInput as error:
                self._say(str(error.sentence))

    def _typed_password(self, check: Callable[[str], object]) -> str:
        while True:
            first = _line(lambda: getpass.getpass("Password (nothing is shown while you type): "))
            try:
                check(first)
            except BadInput as error:
                self._say(str(error.sentence))
                continue
            if first == _line(lambda: getpass.getpass("The same again: ")):
                return first
            self._say("The two passwords differ. Please type both again.")


def _line(ask: Callable[[], str]) -> str:
    """What was typed. Raises CommandError if nobody types any more."""
    try:
        return ask()
    except EOFError as error:
        raise CommandError(f"There were no more answers. {NOTHING_CHANGED}") from error
