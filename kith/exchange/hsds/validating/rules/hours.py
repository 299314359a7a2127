"""Opening hours: times of day, what lies between them, and their zone."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d(?:\.\d+)?)?(Z|[+-](\d{2}):?([0-5]\d))?", re.ASCII)
LOOSE = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]?)\.?m?\.?", re.ASCII | re.IGNORECASE)
NOON = 12
EARLIEST_DAY, EARLIEST_NIGHT, LATEST_MORNING = 6 * 60, 16 * 60, 10 * 60
"""Hours past midnight are believed if they begin in the evening and end in the morning."""
WEST, EAST = -12, 14


def clock_shapes(place: Place) -> Iterator[Finding]:
    """Times that are not written as 09:30Z or 09:30-05:00."""
    for name in ("opens_at", "closes_at"):
        value = place.text(name)
        found = CLOCK.fullmatch(value)
        if not value:
            continue
        if found is None:
            what = _("“%(value)s” is not a time of day.") % {"value": shown(value)}
            yield place.fault("clock-shape", name, what, _write(value))
            continue
        yield from _zone(place, name, found)


def _write(value: str) -> str:
    better = meant(value)
    example = {"zulu": f"{better or '09:30'}Z", "offset": f"{better or '09:30'}-05:00"}
    return _("Write hours, minutes and zone, like %(zulu)s or %(offset)s.") % example


def meant(value: str) -> str:
    """`9 am` as 09:00; empty if we cannot tell."""
    loose = LOOSE.fullmatch(value)
    if not loose:
        return ""
    hour, half = int(loose[1]), loose[3].lower()
    if half and not 1 <= hour <= NOON:
        return ""
    hour = hour % NOON + (NOON if half == "p" else 0) if half else hour
    clock = f"{hour:02}:{loose[2] or '00'}"
    return clock if CLOCK.fullmatch(clock) else ""


def _zone(place: Place, name: str, found: re.Match[str]) -> Iterator[Finding]:
    zone = place.number("timezone")
    if found[3]:
        what = _("“%(value)s” has seconds.") % {"value": found[0]}
        yield place.note("clock-seconds", name, what, _("The standard writes hours and minutes only."))
    if not found[4] and zone is None:
        what = _("Nobody can tell in which time zone “%(value)s” is.") % {"value": found[0]}
        mend = _("Add Z or an offset like -05:00 to the time, or fill in “timezone”.")
        yield place.warning("clock-without-zone", name, what, mend)
    if found[4] and zone is not None and offset_of(found) != zone:
        what = _("The time says %(here)s, “timezone” says %(there)s.") % {
            "here": found[4],
            "there": shown(zone),
        }
        yield place.warning("zones-differ", name, what, _("Let both say the same offset."))


def offset_of(found: re.Match[str]) -> float:
    """The offset of a time, in hours."""
    if found[4] == "Z":
        return 0
    hours = int(found[5]) + int(found[6]) / 60
    return -hours if found[4].startswith("-") else hours


def opening_spans(place: Place) -> Iterator[Finding]:
    """Hours that close before they open, and hours with one end only."""
    opens, closes = CLOCK.fullmatch(place.text("opens_at")), CLOCK.fullmatch(place.text("closes_at"))
    if bool(place.text("opens_at")) != bool(place.text("closes_at")):
        missing = "closes_at" if place.text("opens_at") else "opens_at"
        what = _("“%(name)s” is missing.") % {"name": missing}
        yield place.warning(
            "half-hours", missing, what, _("Give both times, or say in words when it is open.")
        )
    if opens and closes and (opens[4] or "") == (closes[4] or ""):
        yield from _span(place, opens, closes)


def _span(place: Place, opens: re.Match[str], closes: re.Match[str]) -> Iterator[Finding]:
    first, last = _minutes(opens), _minutes(closes)
    said = {"opens": opens[0], "closes": closes[0]}
    if first == last == 0:
        what, mend = (
            _("Open from midnight to midnight."),
            _("If that is all day, say so in “description”, too."),
        )
        yield place.warning("open-all-day", "closes_at", what, mend)
        return
    if last > first:
        return
    what = _("It opens at %(opens)s and closes at %(closes)s.") % said
    if first >= (EARLIEST_DAY if last == 0 else EARLIEST_NIGHT) and last <= LATEST_MORNING:
        yield place.note("overnight", "closes_at", what, _("Nothing to do if it is open past midnight."))
        return
    mend = _("Look for morning and evening mixed up. If it is open past midnight, write two schedules.")
    yield place.fault("closes-before-it-opens", "closes_at", what, mend)


def _minutes(found: re.Match[str]) -> int:
    return int(found[1]) * 60 + int(found[2])


def timezones(place: Place) -> Iterator[Finding]:
    """An offset from UTC that no place on earth has."""
    zone = place.number("timezone")
    if zone is None:
        return
    what = _("“%(value)s” is no offset from UTC in hours.") % {"value": shown(zone)}
    if not WEST <= zone <= EAST:
        yield place.fault(
            "timezone-range", "timezone", what, _("Write hours between -12 and 14, like -5 or 5.5.")
        )
    elif zone * 4 != int(zone * 4):
        yield place.warning(
            "timezone-range", "timezone", what, _("Zones lie whole quarters of an hour apart.")
        )
