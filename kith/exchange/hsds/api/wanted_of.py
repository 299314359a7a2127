"""What services are looked for by, from the parameters of a request."""

from datetime import datetime

from kith.core import clock
from kith.directory.wanted import Around, Box, Wanted, WantedHours
from kith.exchange.hsds.api.parameters import Asked

NEAR_METRES = 5000.0


def wanted_of(ask: Asked) -> Wanted:
    """The parameters that services are looked for by."""
    return Wanted(
        search=ask.text("search"),
        taxonomy_term_id=ask.id("taxonomy_term_id"),
        taxonomy_id=ask.id("taxonomy_id"),
        organization_id=ask.id("organization_id"),
        modified_after=ask.moment("modified_after"),
        languages=ask.languages("language"),
        age=ask.years("age"),
        minimum_age=ask.years("minimum_age"),
        maximum_age=ask.years("maximum_age"),
        hours=_hours(ask),
        box=_box(ask),
        around=_around(ask),
        open_at=_open_at(ask),
    )


def _hours(ask: Asked) -> WantedHours:
    return WantedHours(
        day=ask.day("day"), opens_from=ask.clock("start_time"), closes_by=ask.clock("end_time")
    )


def _box(ask: Asked) -> Box | None:
    edges = ask.box("bbox")
    return Box(*edges) if edges else None


def _around(ask: Asked) -> Around | None:
    near, metres = ask.text("near"), ask.metres("radius")
    return Around(near, NEAR_METRES if metres is None else metres) if near else None


def _open_at(ask: Asked) -> datetime | None:
    moment = ask.moment("open_at")
    return clock.now() if moment is None and ask.flag("open_now") else moment
