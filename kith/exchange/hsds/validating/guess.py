"""Which object of the standard a record is, told by its fields."""

from kith.directory.records import Json
from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.validating.answers import fields_of

FIRST_THOUGHT = ("service", "organization", "service_at_location", "location", "taxonomy_term", "taxonomy")
"""Objects that files hold at the top; the others only where these fit worse."""


def guess_object(body: dict[str, Json]) -> str:
    """The object whose fields fit best; among equals, the one that lacks least, then the likeliest."""
    return max(_ORDER, key=lambda name: _fit(body, name))


_ORDER = (*FIRST_THOUGHT, *(name for name in HSDS if name not in FIRST_THOUGHT))


def _fit(body: dict[str, Json], name: str) -> tuple[int, bool, int]:
    known = fields_of(name)
    fitting = sum(1 if field in known else -1 for field in body)
    lacking = sum(field not in body for field in HSDS[name].needed) if fitting > 0 else 0
    return fitting, name in FIRST_THOUGHT, -lacking
