"""One object where it stands in a record, and the walk to all of them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kith.directory.records import Json
from kith.exchange.hsds.standard.fields import Field, HsdsObject
from kith.exchange.hsds.validating.answers import nested_fields, object_named
from kith.exchange.hsds.validating.finding import Finding, Severity, step


@dataclass(frozen=True, slots=True)
class Place:
    """An object of the standard, the pointer to it, the field it stands in and the object around it."""

    of: HsdsObject
    body: dict[str, Json]
    pointer: str
    field: str
    parent: "Place | None"

    def at(self, name: str) -> str:
        """The pointer to one of its fields; to the object itself for no name."""
        return self.pointer + step(name) if name else self.pointer

    def text(self, name: str) -> str:
        """The text in a field, trimmed; empty where there is none."""
        value = self.body.get(name)
        return value.strip() if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """The number in a field; None where there is none, or none that ends."""
        value = self.body.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return None if isinstance(value, float) and not math.isfinite(value) else value

    def fault(self, kind: str, name: str, what: str, mend: str) -> Finding:
        """What breaks the standard or cannot be true."""
        return Finding(Severity.FAULT, kind, self.at(name), what, mend)

    def warning(self, kind: str, name: str, what: str, mend: str) -> Finding:
        """What misleads readers or other programs."""
        return Finding(Severity.WARNING, kind, self.at(name), what, mend)

    def note(self, kind: str, name: str, what: str, mend: str) -> Finding:
        """What is good to know."""
        return Finding(Severity.NOTE, kind, self.at(name), what, mend)


def places(body: dict[str, Json], name: str) -> Iterator[Place]:
    """The object and every object nested in it, from the outside in."""
    waiting = [Place(object_named(name), body, "", "", None)]
    while waiting:
        here = waiting.pop()
        yield here
        inner = [one for field in nested_fields(here.of.name) for one in _inside(here, field)]
        waiting.extend(reversed(inner))


def _inside(here: Place, field: Field) -> Iterator[Place]:
    value, of = here.body.get(field.name), object_named(field.of)
    if isinstance(value, dict):
        yield Place(of, value, here.at(field.name), field.name, here)
    if isinstance(value, list):
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield Place(of, one, here.at(field.name) + step(number), field.name, here)
