"""The same records in more than one dialect: HSDS as it is, or what a profile makes of it."""

from collections.abc import Callable

from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.to_body import Body

Dialect = Callable[[str, Body], Body]
"""From the name of an object and its HSDS body to the body in the dialect."""


def as_hsds(_name: str, body: Body) -> Body:
    """HSDS as it is."""
    return body


def brief(name: str, body: Body) -> Body:
    """The object without its lists: its own fields, and those of what it names one of."""
    lists = {field.name for field in HSDS[name].fields if field.is_nested}
    kept = {key: value for key, value in body.items() if key not in lists}
    for field, of in ONE_TO_ONE.get(name, {}).items():
        nested = body.get(field)
        if isinstance(nested, dict):
            kept[field] = brief(of, nested)
    return kept


ONE_TO_ONE: dict[str, dict[str, str]] = {
    "service_at_location": {"location": "location", "service": "service"},
    "service": {"organization": "organization", "program": "program"},
}
"""What a list shows nested, by the object in which it is."""
