"""What no record may hold, wherever it stands in it."""

import math
import re

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.errors import RecordNotTaken

DEEPEST = 30
MOST_VALUES = 100_000
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def check_sound(body: Json) -> None:
    """Raises RecordNotTaken for nesting over 30 deep, signs no database keeps, and endless numbers."""
    waiting: list[tuple[Json, int]] = [(body, 0)]
    seen = 0
    while waiting:
        value, depth = waiting.pop()
        seen += 1
        if depth > DEEPEST or seen > MOST_VALUES:
            raise RecordNotTaken(_("The record is nested too deeply or holds too many values."))
        _check_value(value)
        if isinstance(value, dict):
            waiting.extend((name, depth + 1) for name in value)
            waiting.extend((inner, depth + 1) for inner in value.values())
        elif isinstance(value, list):
            waiting.extend((inner, depth + 1) for inner in value)


def _check_value(value: Json) -> None:
    if isinstance(value, str) and UNSTORABLE.search(value):
        raise RecordNotTaken(_("The record holds a sign that cannot be kept."))
    if isinstance(value, float) and not math.isfinite(value):
        raise RecordNotTaken(_("The record holds a number that has no end."))
