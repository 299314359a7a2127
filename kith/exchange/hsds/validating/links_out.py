"""Ids that point out of a record, at something that must stand elsewhere in the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.standard.fields import Shape
from kith.exchange.hsds.validating.finding import Finding, Severity, shown
from kith.exchange.hsds.validating.place import Place

NESTED_OR_LOST = {
    "service": (("program_id", "program"),),
    "service_at_location": (("location_id", "location"),),
}
"""There is no address at which one asks for these alone, so they must be nested."""

ABOVE = {"parent_organization_id": "organization", "parent_id": "taxonomy_term"}


@dataclass(frozen=True, slots=True)
class Link:
    """An id of the object `to` in a field, to be looked for when all has been read.

    `is_only_for_whole`: a part of the data may well leave the other end out.
    """

    to: str
    id: str
    pointer: str
    is_row: bool
    is_only_for_whole: bool

    def lost(self) -> Finding:
        """What to say if no such object was found."""
        name = self.pointer.rsplit("/", maxsplit=1)[-1]
        what = _("“%(name)s” points at %(value)s, which is nowhere in this file.")
        what %= {"name": name, "value": shown(self.id)}
        severity = Severity.WARNING if self.is_row else Severity.FAULT
        return Finding(severity, "points-nowhere", self.pointer, what, self._mend())

    def _mend(self) -> str:
        if self.is_row:
            return _("Add the row it means to %(table)s, or mend the id.") % {"table": HSDS[self.to].table}
        if self.is_only_for_whole:
            return _("Add the term above it, or mend the id.")
        return _("Nest “%(object)s” itself: nobody can ask for it by its id.") % {"object": self.to}


def links_of(place: Place) -> Iterator[Link]:
    """The ids of a nested record that nothing around or beside them explains."""
    for name, to in NESTED_OR_LOST.get(place.of.name, ()):
        if place.text(name) and not place.body.get(to):
            yield Link(to, place.text(name).lower(), place.at(name), is_row=False, is_only_for_whole=False)
    above = place.text("parent_id").lower()
    if place.of.name == "taxonomy_term" and place.parent is None and above:
        yield Link("taxonomy_term", above, place.at("parent_id"), is_row=False, is_only_for_whole=True)


def links_of_row(place: Place) -> Iterator[Link]:
    """The ids in a row of a table: each names a row of another table.

    The other end may be published elsewhere, so a lost one is a warning.
    """
    for column in place.of.columns:
        to = _target(place, column.name) if column.shape is Shape.UUID else ""
        if to and place.text(column.name):
            meant = place.text(column.name).lower()
            yield Link(to, meant, place.at(column.name), is_row=True, is_only_for_whole=False)


def _target(place: Place, name: str) -> str:
    """The object whose id stands in the column; empty for its own, and where a tag does not say."""
    if name in {"link_id", "resource_id"}:
        return named(place.text("link_entity" if name == "link_id" else "resource_type"))
    bare = name.removesuffix("_id")
    return ABOVE.get(name) or (bare if bare in HSDS else "")


def named(entity: str) -> str:
    """The object that a tag or log means by its name or its table; empty if there is none."""
    said = entity.lower()
    tables = {of.table.removesuffix(".csv"): name for name, of in HSDS.items()}
    return said if said in HSDS else tables.get(said, "")
