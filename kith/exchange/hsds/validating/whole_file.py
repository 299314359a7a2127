"""What only shows across the records of a file: ids that stand twice or point nowhere, shared points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from zlib import crc32

from django.utils.translation import gettext as _

from kith.directory.records import Json
from kith.exchange.hsds.validating.ages import age_findings
from kith.exchange.hsds.validating.answers import texts_of
from kith.exchange.hsds.validating.finding import Finding, Severity, shown
from kith.exchange.hsds.validating.findings_of import findings_of, findings_of_row
from kith.exchange.hsds.validating.links_out import Link, links_of, links_of_row
from kith.exchange.hsds.validating.place import Place, places
from kith.exchange.hsds.validating.spot import Spot

MOST_KEPT = 1_000_000
MOST_SHARING = 5
"""So many places may stand on one point before we think that nobody looked it up."""

Key = tuple[str, str]


@dataclass(slots=True)
class WholeFile:
    """Sees one record after the other and remembers what is needed to compare them.

    `is_complete` is False where the records are but a part, such as one page: the rest may be elsewhere.
    `may_repeat` is True where one record is looked at twice on purpose, in a list and by itself.
    """

    today: date
    is_complete: bool
    may_repeat: bool
    _seen: dict[Key, tuple[bytes, Spot]] = field(default_factory=dict)
    _records: dict[Key, Spot] = field(default_factory=dict)
    _links: list[tuple[Link, Spot]] = field(default_factory=list)
    _sharing: dict[tuple[float, float], dict[str, Spot]] = field(default_factory=dict)

    def see(self, body: dict[str, Json], name: str, spot: Spot) -> list[Finding]:
        """What is wrong with one record, also beside those before it."""
        found = findings_of(body, name)
        for place in places(body, name):
            found += self._across(place, spot, links_of(place))
        return [spot.of(finding) for finding in found]

    def see_row(self, row: dict[str, Json], name: str, spot: Spot) -> list[Finding]:
        """What is wrong with one row of a table, also beside those before it."""
        place = next(places(row, name))
        found = [*findings_of_row(row, name), *self._across(place, spot, links_of_row(place))]
        return [spot.of(finding) for finding in found]

    def _across(self, place: Place, spot: Spot, links: Iterable[Link]) -> Iterator[Finding]:
        yield from age_findings(place, self.today)
        self._note_point(place, spot)
        unknown = ((link, spot) for link in links if (link.to, link.id) not in self._seen)
        self._links.extend(unknown if len(self._links) < MOST_KEPT else ())
        key = (place.of.name, place.text("id").lower())
        if not key[1]:
            return
        if self._is_twice(place, key, spot):
            first = self._records[key]
            what = _("The id stands twice, first at %(first)s.") % {"first": first.spoken()}
            yield place.fault(
                "id-twice", "id", what, _("Give each record an id of its own, or send it once.")
            )
        else:
            yield from self._against_the_first(place, spot, key)

    def _is_twice(self, place: Place, key: Key, spot: Spot) -> bool:
        is_record = place.parent is None and not self.may_repeat
        return is_record and self._records.setdefault(key, spot) != spot

    def _against_the_first(self, place: Place, spot: Spot, key: Key) -> Iterator[Finding]:
        texts = _texts(place)
        before = self._seen.get(key)
        if before is None:
            self._keep(key, texts, spot)
        elif name := _differing(place, before[0], texts):
            said = {"object": place.of.name, "first": before[1].spoken(), "name": name}
            what = _("The %(object)s with this id says another “%(name)s” at %(first)s.") % said
            mend = _("Give two different things two ids, or say the same everywhere.")
            yield place.fault("same-id-differs", name, what, mend)

    def _keep(self, key: Key, texts: bytes, spot: Spot) -> None:
        if len(self._seen) < MOST_KEPT:
            self._seen[key] = (texts, spot)

    def _note_point(self, place: Place, spot: Spot) -> None:
        latitude, longitude = place.number("latitude"), place.number("longitude")
        if place.of.name == "location" and latitude is not None and longitude is not None:
            self._sharing.setdefault((latitude, longitude), {}).setdefault(place.text("id"), spot)

    def at_the_end(self) -> Iterator[Finding]:
        """What shows once all records have been seen."""
        yield from self._shared_points()
        if len(self._seen) >= MOST_KEPT:
            what = _("Only the first %(most)s ids were compared.") % {"most": MOST_KEPT}
            yield Finding(
                Severity.NOTE, "not-all-compared", "", what, _("Check a part of the file by itself.")
            )
            return
        for link, spot in self._links:
            if (link.to, link.id) not in self._seen and (self.is_complete or not link.is_only_for_whole):
                yield spot.of(link.lost())

    def _shared_points(self) -> Iterator[Finding]:
        for (latitude, longitude), sharing in self._sharing.items():
            if len(sharing) > MOST_SHARING:
                said = {"count": len(sharing), "point": f"{shown(latitude)}, {shown(longitude)}"}
                what = _("%(count)s places share the point %(point)s.") % said
                mend = _("Look their points up one by one, or leave latitude and longitude out.")
                first = next(iter(sharing.values()))
                yield first.of(Finding(Severity.WARNING, "shared-point", "", what, mend))


def _texts(place: Place) -> bytes:
    """Four bytes for each text, zero where there is none: enough to see a difference."""
    values = (place.body.get(column.name) for column in texts_of(place.of.name))
    return b"".join(_sum(value) for value in values)


def _sum(value: Json) -> bytes:
    text = value.encode("utf-8", "replace") if isinstance(value, str) else b""
    return (crc32(text) if text else 0).to_bytes(4, "big")


def _differing(place: Place, before: bytes, now: bytes) -> str:
    """The first field in which both say something, and not the same; ids may point at different hosts."""
    for number, column in enumerate(texts_of(place.of.name)):
        one, two = (texts[4 * number : 4 * number + 4] for texts in (before, now))
        if one != two and any(one) and any(two) and not column.name.endswith("id"):
            return column.name
    return ""
