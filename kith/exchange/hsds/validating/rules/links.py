"""Ids that point at other objects: against the nesting, at themselves, or not there at all."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kith.exchange.hsds.standard import HSDS
from kith.exchange.hsds.validating.finding import Finding, shown
from kith.exchange.hsds.validating.place import Place

TWINS = {
    "organization_id": "organization",
    "program_id": "program",
    "service_id": "service",
    "location_id": "location",
    "unit_id": "unit",
    "taxonomy_term_id": "taxonomy_term",
    "taxonomy_id": "taxonomy_detail",
}
"""The nested object that an id beside it must name."""

HOSTS = {f"{name}_id": name for name in HSDS}
"""The object around it that an id must name, where it stands in such a one."""


def against_the_nesting(place: Place) -> Iterator[Finding]:
    """Ids that name another object than the one nested beside them or the one they stand in."""
    for name, twin in TWINS.items():
        nested = place.body.get(twin)
        if isinstance(nested, dict) and _differ(place.text(name), nested.get("id")):
            what = _("“%(name)s” names another object than “%(nested)s” holds.")
            said = {"name": name, "nested": twin}
            yield place.fault(
                "against-nesting", name, what % said, _("Let both have the same id, or keep only one.")
            )
    for name, host in HOSTS.items():
        if place.parent and place.parent.of.name == host and not _may_differ(place, name):
            yield from _other_than_host(place, name, place.parent)


def _may_differ(place: Place, name: str) -> bool:
    """Another organisation may look after a place that an organisation uses."""
    return place.of.name == "location" and name == "organization_id"


def _other_than_host(place: Place, name: str, host: Place) -> Iterator[Finding]:
    if _differ(place.text(name), host.body.get("id")):
        what = _("“%(name)s” names another %(object)s than the one it stands in.")
        said = {"name": name, "object": host.of.name}
        mend = _("Write the id of the object around it, or move it to where it belongs.")
        yield place.fault("against-nesting", name, what % said, mend)


def _differ(one: str, other: object) -> bool:
    return bool(one) and isinstance(other, str) and bool(other) and one.lower() != other.strip().lower()


def tags_and_logs(place: Place) -> Iterator[Finding]:
    """Attributes and metadata that say they belong to something else than what they stand in."""
    is_tag = place.of.name == "attribute"
    by_id, by_kind = ("link_id", "link_entity") if is_tag else ("resource_id", "resource_type")
    if place.parent is None:
        return
    yield from _other_than_host(place, by_id, place.parent)
    said, host = place.text(by_kind), place.parent.of
    kinds = {name for name, of in HSDS.items() if said.lower() in {name, of.table.removesuffix(".csv")}}
    if not said or host.name in kinds:
        return
    what = _("“%(name)s” says “%(value)s”, but the object around it is %(object)s.")
    what %= {"name": by_kind, "value": shown(said), "object": host.name}
    say = place.fault if kinds and is_tag else place.warning
    yield say("against-nesting", by_kind, what, _("Write “%(word)s”.") % {"word": host.name})


def own_parents(place: Place) -> Iterator[Finding]:
    """Terms and organisations that are their own parent."""
    name = "parent_id" if place.of.name == "taxonomy_term" else "parent_organization_id"
    if place.text(name) and place.text(name).lower() == place.text("id").lower():
        what = _("It names itself as its parent.")
        yield place.fault(
            "own-parent", name, what, _("Name the one above it, or leave the field out at the top.")
        )


def belongs_nowhere(place: Place) -> Iterator[Finding]:
    """Objects whose other half is neither nested nor named."""
    for kind, name, nested, host in HALVES:
        is_there = place.body.get(name) or place.body.get(nested)
        if place.of.name == kind and not is_there and not (place.parent and place.parent.of.name == host):
            what = _("It names no %(object)s.") % {"object": nested}
            mend = _("Nest “%(nested)s”, or write its id into “%(name)s”.") % {"nested": nested, "name": name}
            yield place.fault("missing-field", name, what, mend)


HALVES = (
    ("service", "organization_id", "organization", "organization"),
    ("service_at_location", "location_id", "location", "location"),
    ("service_at_location", "service_id", "service", "service"),
)


def finds_no_way(place: Place) -> Iterator[Finding]:
    """Places without a way to get there."""
    kind = place.text("location_type")
    if kind == "virtual" and not place.text("url"):
        what, mend = _("A virtual place has no web address."), _("Add “url”, where people meet it.")
        yield place.warning("tells-too-little", "url", what, mend)
    ways = ("addresses", "latitude", "longitude", "description", "transportation")
    if kind == "physical" and not _has_one(place, ways):
        what = _("Nobody can find this place.")
        mend = _(
            "Add an address or a point. If the place is secret, say in “description” how to get in touch."
        )
        yield place.warning("tells-too-little", "", what, mend)


def tag_without_word(place: Place) -> Iterator[Finding]:
    """Tags that say nothing."""
    if not _has_one(place, ("taxonomy_term", "taxonomy_term_id", "label", "value")):
        what, mend = _("This tag says nothing."), _("Add a taxonomy term or a label, or leave the tag out.")
        yield place.warning("tells-too-little", "", what, mend)


def term_without_taxonomy(place: Place) -> Iterator[Finding]:
    """Terms that may come from anywhere."""
    if not _has_one(place, ("taxonomy", "taxonomy_id", "taxonomy_detail")):
        what = _("Nobody can tell from which taxonomy this term comes.")
        yield place.warning("tells-too-little", "", what, _("Add “taxonomy” or “taxonomy_id”."))


def _has_one(place: Place, names: tuple[str, ...]) -> bool:
    return any(place.body.get(name) not in (None, "", []) for name in names)
