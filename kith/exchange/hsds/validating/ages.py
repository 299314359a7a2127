"""What the calendar shows: days that have not come yet, and facts that nobody has confirmed for long."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from kith.exchange.hsds.validating.finding import Finding
from kith.exchange.hsds.validating.place import Place
from kith.exchange.hsds.validating.rules.days import day_of

FRESH = timedelta(days=365)
TOMORROW = timedelta(days=1)
"""Somewhere it is tomorrow already."""
PAST = {
    "service": ("assured_date", "last_modified"),
    "service_capacity": ("updated",),
    "metadata": ("last_action_date",),
}
LENGTH_OF_A_DAY = len("2026-05-31")


def age_findings(place: Place, today: date) -> Iterator[Finding]:
    """Days in the future where only the past can be, and an assurance that is over a year old."""
    for name in PAST.get(place.of.name, ()):
        day = day_of(place.text(name)[:LENGTH_OF_A_DAY])
        if day and day > today + TOMORROW:
            what = _("“%(name)s” is %(day)s, which has not come yet.") % {
                "name": name,
                "day": day.isoformat(),
            }
            yield place.fault("day-to-come", name, what, _("Write the day on which it happened."))
    assured = day_of(place.text("assured_date")) if place.of.name == "service" else None
    if assured and assured < today - FRESH:
        what = _("Nobody has confirmed this since %(day)s.") % {"day": assured.isoformat()}
        mend = _("Ask the service whether all is still right, then write that day into “assured_date”.")
        yield place.note("stale", "assured_date", what, mend)
