"""Days and hours to choose from, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import get_language, override

from kith.web.directory.asked import LAST_HOUR, Asked

MOST_LANGUAGES = 100


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list to choose from."""

    value: int
    words: str
    is_chosen: bool


def days_to_choose(asked: Asked) -> list[Choice]:
    """Every day of the week, Monday first."""
    return [Choice(day, str(words), day == asked.day) for day, words in WEEKDAYS.items()]


def hours_to_choose(asked: Asked) -> list[Choice]:
    """Every full hour."""
    words = _hours(get_language() or "en")
    return [Choice(hour, said, hour == asked.hour) for hour, said in enumerate(words)]


@lru_cache(maxsize=MOST_LANGUAGES)
def _hours(language: str) -> Sequence[str]:
    """Every full hour, as the language writes it."""
    with override(language):
        return tuple(time_format(time(hour), "TIME_FORMAT") for hour in range(LAST_HOUR + 1))
