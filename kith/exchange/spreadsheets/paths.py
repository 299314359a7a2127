"""Paths into an HSDS 3.1 service, as a mapping file writes them: `phones[1].number`."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _

from kith.core.errors import BadInput
from kith.exchange.hsds.standard import HSDS, Field, Kind, Shape

STEP = re.compile(r"([a-z][a-z0-9_]*)(?:\[(\d{1,3})\])?")
DEEPEST = 8
MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class HsdsPath:
    """Where a value goes: the fields on the way, each with the place in a list; the object; its field."""

    steps: tuple[tuple[Field, int], ...]
    of: str
    leaf: Field

    def at(self, place: int) -> str:
        """The path as text, with the innermost list at this many places further on."""
        return ".".join((*self._parts(place), self.leaf.name))

    @property
    def is_in_list(self) -> bool:
        """True if several values can stand one after the other."""
        return any(field.kind is Kind.MANY for field, _place in self.steps)

    def owner(self, place: int) -> str:
        """The path of the object that holds the value; empty for the service itself."""
        return ".".join(self._parts(place))

    def _parts(self, place: int) -> list[str]:
        lists = [at for at, (field, _place) in enumerate(self.steps) if field.kind is Kind.MANY]
        innermost = lists[-1] if lists else -1
        return [
            f"{field.name}[{start + (place if at == innermost else 0)}]"
            if field.kind is Kind.MANY
            else field.name
            for at, (field, start) in enumerate(self.steps)
        ]


def hsds_path(text: str) -> HsdsPath:
    """The path; a list without a place is its first entry. Raises BadInput where HSDS has no such field."""
    of = "service"
    steps: list[tuple[Field, int]] = []
    *way, last = text.strip().split(".")
    for part in way[:DEEPEST]:
        field, place = _step(text, of, part)
        if not field.is_nested:
            raise _not_to_fill(text)
        steps.append((field, place))
        of = field.of
    leaf, _place = _step(text, of, last)
    if leaf.is_nested or (leaf.shape is Shape.UUID and leaf.name != "id"):
        raise _not_to_fill(text)
    return HsdsPath(tuple(steps), of, leaf)


def _step(text: str, of: str, part: str) -> tuple[Field, int]:
    found = STEP.fullmatch(part)
    field = HSDS[of].field(found[1]) if found else None
    if found is None or field is None:
        raise BadInput(_no_field(text, of, found[1] if found else part), field="mapping")
    place = int(found[2] or 0)
    if place >= MOST_PLACES:
        raise _not_to_fill(text)
    return field, place


def _not_to_fill(text: str) -> BadInput:
    shown = {"path": text[:100]}
    return BadInput(_("“%(path)s” is no field of HSDS 3.1 that a column can fill.") % shown, field="mapping")


def _no_field(text: str, of: str, name: str) -> str:
    words = {"path": text[:100], "object": of}
    sentence = _("“%(path)s” is no field of HSDS 3.1: %(object)s has none of this name.") % words
    near = get_close_matches(name, [field.name for field in HSDS[of].fields], n=1)
    return f"{sentence} " + _("Did you mean “%(name)s”?") % {"name": near[0]} if near else sentence
