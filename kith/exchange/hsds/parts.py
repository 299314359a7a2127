"""Reading one JSON object of HSDS strictly: each wrong part is named in a sentence."""

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from typing import NoReturn, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.hsds.plain_text import plain_text

LONGEST_TEXT = 20_000
MOST_ITEMS = 500
SHOWN = 40
HIDDEN = "…"
ChoiceT = TypeVar("ChoiceT", bound=str)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Part:
    """One object of a record, and where it stands in it. Of a quiet one no sentence repeats a value."""

    def __init__(self, body: dict[str, Json], path: str, *, is_quiet: bool = False) -> None:
        self.body, self.path, self.is_quiet = body, path, is_quiet

    def quiet(self) -> "Part":
        """The same, of which no sentence repeats a value: it leads to a place that is not for everybody."""
        return Part(self.body, self.path, is_quiet=True)

    def has(self, name: str) -> bool:
        """True if the key is there."""
        return name in self.body

    def refuse(self, name: str, why: str) -> NoReturn:
        """Raises RecordNotTaken, naming the part."""
        raise RecordNotTaken(why, part=f"{self.path}{name}")

    def text(self, name: str, *, most: int = LONGEST_TEXT) -> str:
        """A text as it stands; empty where the key is absent or only blanks stand there."""
        value = self.body.get(name, "")
        if value is None:
            self.refuse(name, _("is null; leave the key out where nothing is known."))
        if not isinstance(value, str):
            self.refuse(name, _("must be a text."))
        if len(value) > most:
            self.refuse(name, _("is too long: %(most)s signs at most.") % {"most": most})
        if _UNSTORABLE.search(value):
            self.refuse(name, _("holds a sign that cannot be kept."))
        return value if value.strip() else ""

    def words(self, name: str) -> str:
        """A longer text for people: HTML becomes plain lines."""
        return plain_text(self.text(name))

    def needed(self, name: str, *, most: int) -> str:
        """A text that must be there."""
        value = self.text(name, most=most)
        if not value:
            self.refuse(name, _("is missing."))
        return value

    def key(self, name: str = "id") -> str:
        """The record's id, which HSDS wants to be a UUID."""
        value = self.needed(name, most=100)
        try:
            return str(UUID(value.strip()))
        except ValueError:
            self.refuse(name, _("“%(value)s” is not a UUID.") % {"value": self._shown(value)})

    def key_or_none(self, name: str) -> str:
        """The id of another record; empty where the key is absent."""
        return self.key(name) if self.has(name) else ""

    def choice(self, name: str, kinds: Callable[[str], ChoiceT], default: ChoiceT | None) -> ChoiceT:
        """One of a closed list; the default only where the key is absent."""
        if default is not None and not self.has(name):
            return default
        value = self.needed(name, most=100)
        try:
            return kinds(value.strip())
        except ValueError:
            self.refuse(
                name, _("“%(value)s” is not one of the words HSDS allows.") % {"value": self._shown(value)}
            )

    def whole(self, name: str, *, least: int, most: int) -> int | None:
        """A whole number; None where the key is absent."""
        number = self.number(name, least=least, most=most)
        if number is None:
            return None
        if number != int(number):
            self.refuse(name, _("must be a whole number."))
        return int(number)

    def number(self, name: str, *, least: float, most: float) -> float | None:
        """A number between two others; None where the key is absent."""
        if not self.has(name):
            return None
        value = self.body[name]
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(name, _("must be a number."))
        if not least <= value <= most:
            limits = {"value": self._shown(str(value)), "least": least, "most": most}
            self.refuse(name, _("is %(value)s; it must lie between %(least)s and %(most)s.") % limits)
        return float(value)

    def day(self, name: str) -> date | None:
        """A date like 2026-05-31, with or without a time after it."""
        value = self.text(name, most=40)
        if not value:
            return None
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            self.refuse(name, _("“%(value)s” is not a date like 2026-05-31.") % {"value": self._shown(value)})

    def clock_time(self, name: str) -> str:
        """A time like 09:30 as it was written; its first five signs are the wall time at the place."""
        value = self.text(name, most=20).strip()
        if not value:
            return ""
        try:
            if not re.match(r"\d\d:\d\d", value):
                raise ValueError
            time.fromisoformat(value)
        except ValueError:
            self.refuse(name, _("“%(value)s” is not a time like 09:30.") % {"value": self._shown(value)})
        return value

    def one(self, name: str) -> "Part | None":
        """A nested object; None where the key is absent."""
        if not self.has(name):
            return None
        value = self.body[name]
        if not isinstance(value, dict):
            self.refuse(name, _("must be an object."))
        return Part(value, f"{self.path}{name}.", is_quiet=self.is_quiet)

    def each(self, name: str) -> Iterator["Part"]:
        """The objects of a nested list; none where the key is absent."""
        value = self.body.get(name, [])
        if not isinstance(value, list):
            self.refuse(name, _("must be a list."))
        if len(value) > MOST_ITEMS:
            self.refuse(name, _("has more than %(most)s entries.") % {"most": MOST_ITEMS})
        for place, item in enumerate(value):
            if not isinstance(item, dict):
                self.refuse(f"{name}[{place}]", _("must be an object."))
            yield Part(item, f"{self.path}{name}[{place}].", is_quiet=self.is_quiet)

    def _shown(self, value: str) -> str:
        return HIDDEN if self.is_quiet else value[:SHOWN]
