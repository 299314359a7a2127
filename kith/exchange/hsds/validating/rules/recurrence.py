"""The parts of an RFC 5545 rule in a schedule: days, how often, how many times."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

WEEKDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
WHOLE = re.compile(r"[+-]?\d{1,3}", re.ASCII)
NUMBERED = {"byweekno": 53, "bymonthday": 31, "byyearday": 366}
FITS = {"byweekno": "WEEKLY", "bymonthday": "MONTHLY", "byyearday": "YEARLY"}
"""With which `freq` the standard reads a part; it has no YEARLY, so byyearday is never read."""


def weekdays(place: Place) -> Iterator[Finding]:
    """Days of the week that are not written as MO,TU, or are counted where nothing is counted."""
    value = place.text("byday")
    if not value:
        return
    found = [WEEKDAY.fullmatch(part.strip()) for part in value.split(",")]
    what = _("“%(value)s” are not days of the week as RFC 5545 writes them.") % {"value": shown(value)}
    if not all(found):
        mend = _("Write two capital letters a day with commas between: MO,TU,WE,TH,FR,SA,SU.")
        yield place.fault("byday-shape", "byday", what, mend)
    elif place.text("freq") == "WEEKLY" and any(day and day[1] for day in found):
        mend = _("Take the numbers away, or write MONTHLY in “freq”: a week has each day once.")
        yield place.fault("byday-shape", "byday", what, mend)


def numbered_parts(place: Place) -> Iterator[Finding]:
    """Days of the month, weeks and days of the year that are not in a calendar."""
    for name, most in NUMBERED.items():
        value = place.text(name)
        if value and not all(_is_within(part.strip(), most) for part in value.split(",")):
            what = _("“%(value)s” does not fit “%(name)s”.") % {"value": shown(value), "name": name}
            mend = _("Write whole numbers from 1 to %(most)s, or from -1 back, with commas between.")
            yield place.fault(f"{name}-range", name, what, mend % {"most": most})
        elif value and place.text("freq") not in {FITS[name], ""}:
            said = {"name": name, "freq": place.text("freq")}
            what = _("“%(name)s” means nothing with freq %(freq)s.") % said
            yield place.warning("part-not-read", name, what, _("Take it out, or choose another “freq”."))


def _is_within(part: str, most: int) -> bool:
    return bool(WHOLE.fullmatch(part)) and 1 <= abs(int(part)) <= most


def counts(place: Place) -> Iterator[Finding]:
    """How often and how many times: whole numbers from 1."""
    for name in ("interval", "count"):
        value = place.number(name)
        if value is not None and (value < 1 or value != int(value)):
            what = _("“%(name)s” is %(value)s.") % {"name": name, "value": shown(value)}
            yield place.fault(f"{name}-range", name, what, _("Write a whole number from 1."))
    if place.number("count") is not None and place.text("until"):
        what = _("Both “count” and “until” say when it ends.")
        yield place.warning("two-ends", "count", what, _("Keep one of the two (RFC 5545)."))


def how_often(place: Place) -> Iterator[Finding]:
    """Parts that wait for another one."""
    parts = [name for name in ("byday", *NUMBERED, "interval", "count", "until") if place.body.get(name)]
    if parts and not place.text("freq"):
        what = _("“%(name)s” stands without “freq”.") % {"name": parts[0]}
        yield place.fault("freq-missing", "freq", what, _("Add “freq”: WEEKLY or MONTHLY."))
    if (place.number("interval") or 1) > 1 and not place.text("dtstart"):
        what = _("Nobody can tell which of the weeks or months are meant.")
        yield place.fault("dtstart-missing", "dtstart", what, _("Add “dtstart”, the first day it happens."))
