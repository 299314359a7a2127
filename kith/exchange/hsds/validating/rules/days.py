"""Days that are no days, and spans that end before they begin."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from kith.exchange.hsds.standard.fields import Shape
from kith.exchange.hsds.validating.answers import texts_of
from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
LOOSE_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
SPANS = (("valid_from", "valid_to"), ("dtstart", "until"))


def day_of(text: str) -> date | None:
    """The day that the text writes as the standard wants it; None if it does not."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def day_shapes(place: Place) -> Iterator[Finding]:
    """Days that are not written as 2026-05-31, or are not in the calendar."""
    for field in texts_of(place.of.name):
        value = place.text(field.name)
        if field.shape is Shape.DAY and value and day_of(value) is None:
            what = _("“%(value)s” is not a day.") % {"value": shown(value)}
            yield place.fault("day-shape", field.name, what, _write(value))


def _write(value: str) -> str:
    loose = LOOSE_DAY.fullmatch(value)
    better = f"{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}" if loose else ""
    if better and day_of(better):
        return _("Write “%(word)s”.") % {"word": better}
    return _("Write year, month and day, like 2026-05-31.")


def day_spans(place: Place) -> Iterator[Finding]:
    """Spans that end before they begin."""
    for begins, ends in SPANS:
        first, last = day_of(place.text(begins)), day_of(place.text(ends))
        if first and last and last < first:
            said = {"begins": begins, "first": first.isoformat(), "ends": ends, "last": last.isoformat()}
            what = _("“%(begins)s” (%(first)s) is after “%(ends)s” (%(last)s).") % said
            yield place.fault("days-crossed", begins, what, _("Swap the two, or mend the wrong one."))
