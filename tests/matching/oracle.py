"""What `match` has to answer, worked out the slow and obvious way, one service after another.

Where the contract of the engine is silent, this file says what is meant:

- A service is looked at once for every public place it has, with the facts and hours of that place and its
  own facts, and once without a place where it has none. It fits where one of them fits; the one that came
  furthest through the tests, then scored best, then lies nearest, then comes first in the order of the map
  (rows of latitude from south to north, then from west to east), speaks for it.
- Tests are taken in the order of TESTS; what falls is counted under the first test that said no, and what
  does not answer the need, or lies elsewhere, is not counted.
- Languages, costs, times and places left: nothing stated is not known. Ages and genders: nothing stated is
  no limit,
  and so are all genders. A must: denied where its opposite is stated, else not known. Codes that the schema does not know
  are neither stated nor asked; an unknown must, wish or avoided fact is never known.
- Coordinates are float32, as stored, and so is the middle of a circle; distances are float64; quality is stored in 255 steps.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, floor, radians, sin, sqrt
from uuid import UUID

from kith.matching.answers import Match, Matches, Reason, Test, Verdict
from kith.matching.documents import NOT_KNOWN, OLDEST, YOUNGEST, Document, Schema, Site, Week
from kith.matching.questions import Box, Circle, Need, Where
from kith.matching.weights import MILLION, WEIGHTS

TESTS = (
    Test.NEED,
    Test.PLACE,
    Test.TIMES,
    Test.LANGUAGE,
    Test.COST,
    Test.TOO_YOUNG,
    Test.TOO_OLD,
    Test.GENDER,
    Test.ACCESS,
    Test.AVOID,
    Test.EXCLUDED,
    Test.PLACES,
    Test.PAUSED,
)
NOT_COUNTED = {Test.NEED, Test.PLACE}
FULL = {Test.PLACES, Test.PAUSED}
SOFT = {Test.WISH}
SLOTS, SLOT_MINUTES = 28, 360


@dataclass(frozen=True)
class Look:
    """A service at one of its places, and what every test said of it there."""

    score: int
    km: float | None
    reasons: tuple[Reason, ...]

    @property
    def fell_to(self) -> int:
        against = [
            TESTS.index(one.test) for one in self.reasons if one.speaks is False and one.test not in SOFT
        ]
        return min(against, default=len(TESTS))

    @property
    def verdict(self) -> Verdict:
        said = {one.speaks for one in self.reasons if one.test not in SOFT}
        if False in said:
            return Verdict.NO
        return Verdict.MAYBE if None in said else Verdict.PROBABLY


def match(documents: Iterable[Document], schema: Schema, need: Need) -> Matches:
    fits, full, fell = [], [], {}
    for document in documents:
        look = best_look(document, schema, need)
        if look.fell_to == len(TESTS):
            fits.append(_match(document.id, look))
            continue
        test = TESTS[look.fell_to]
        if test in FULL:
            full.append(_match(document.id, look))
        if test not in NOT_COUNTED:
            fell[test] = fell.get(test, 0) + 1
    return Matches(len(fits), _first(fits, need.limit), _first(full, need.limit), fell)


def explain(
    documents: Iterable[Document], schema: Schema, need: Need, ids: Sequence[UUID]
) -> tuple[Match, ...]:
    known = {one.id: one for one in documents}
    return tuple(_match(one, best_look(known[one], schema, need)) for one in ids if one in known)


def _first(matches: list[Match], limit: int) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda one: (-one.score, one.id))[:limit])


def _match(service_id: UUID, look: Look) -> Match:
    return Match(service_id, look.score, look.km, look.verdict, look.reasons)


def best_look(document: Document, schema: Schema, need: Need) -> Look:
    looks = [look_at(document, site, schema, need) for site in sorted(places(document), key=_on_the_map)]
    return min(looks, key=lambda one: (-one.fell_to, -one.score, -1.0 if one.km is None else one.km))


def _on_the_map(site: Site | None) -> tuple[int, float]:
    if site is None:
        return 0, 0.0
    return floor((as_stored(site.latitude) + 90) / 0.05), stored_longitude(site.longitude)


def places(document: Document) -> Sequence[Site | None]:
    return document.sites or (None,)


def look_at(document: Document, site: Site | None, schema: Schema, need: Need) -> Look:
    km = km_to(need.where, site)
    week = site.week if site else document.week
    stated = facts_at(document, site, schema)
    reasons = tuple(
        reason
        for group in (
            _need(document, need),
            _place(document, site, km, need.where),
            _times(week, need),
            _offered(Test.LANGUAGE, set(document.languages), need.languages),
            _costs(stated, schema, need),
            _ages(document, need),
            _genders(stated, schema, need),
            _musts(stated, schema, need.must, Test.ACCESS),
            _places_left(document),
            _musts(stated, schema, need.wishes, Test.WISH),
            _avoided(stated, need),
            _excluded(document, need),
        )
        for reason in group
    )
    return Look(_score(document, km, week, stated, need), km, reasons)


def facts_at(document: Document, site: Site | None, schema: Schema) -> set[str]:
    known = {code for group in schema.groups for code in group.codes}
    return known.intersection((*document.facts, *(site.facts if site else ())))


def km_to(where: Where, site: Site | None) -> float | None:
    if site is None or not isinstance(where.shape, Circle):
        return None
    centre = as_stored(where.shape.latitude), stored_longitude(where.shape.longitude)
    return km_between(*centre, as_stored(site.latitude), stored_longitude(site.longitude))


def km_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a = sin(radians(lat2 - lat1) / 2) ** 2
    b = cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(a + b)))


def as_stored(degrees: float) -> float:
    return float(struct.unpack("f", struct.pack("f", degrees))[0])


def stored_longitude(degrees: float) -> float:
    """The meridian of 180 degrees has one name."""
    stored = as_stored((degrees + 180) % 360 - 180 if degrees >= 180 else degrees)
    return -180.0 if stored >= 180 else stored


def is_within(document: Document, site: Site | None, where: Where) -> bool:
    if site is None:
        is_served = not document.areas or bool(set(document.areas) & set(where.areas))
        return where.is_placeless_in and (is_served or (where.shape is None and not where.areas))
    if isinstance(where.shape, Circle):
        km = km_to(where, site)
        return km is not None and km <= where.shape.km
    return where.shape is None or is_in_box(
        where.shape, as_stored(site.latitude), stored_longitude(site.longitude)
    )


def is_in_box(box: Box, latitude: float, longitude: float) -> bool:
    if not box.south <= latitude <= box.north:
        return False
    if box.west <= box.east:
        return box.west <= longitude <= box.east or (longitude == -180 and box.east == 180)
    return longitude >= box.west or longitude <= box.east


def slots_of(week: Week) -> int:
    bits = 0
    for first, last in week.ranges:
        for slot in range(first // SLOT_MINUTES, -(-last // SLOT_MINUTES)):
            bits |= 1 << slot % SLOTS
    return bits


def _need(document: Document, need: Need) -> Iterator[Reason]:
    wanted = tuple(code for code in need.codes if code in document.codes)
    near = tuple(code for code in need.near_codes if code in document.codes)
    if wanted:
        yield Reason(Test.NEED, True, wanted)
    elif near:
        yield Reason(Test.NEED, None, near)
    else:
        yield Reason(Test.NEED, False)


def _place(document: Document, site: Site | None, km: float | None, where: Where) -> Iterator[Reason]:
    is_in = is_within(document, site, where)
    if where.shape is not None or not is_in:
        yield Reason(Test.PLACE, is_in)


def _times(week: Week | None, need: Need) -> Iterator[Reason]:
    if not need.slots:
        return
    if week is None:
        yield Reason(Test.TIMES, None)
    elif not slots_of(week) & need.slots:
        yield Reason(Test.TIMES, False)
    else:
        yield Reason(Test.TIMES, True if week.is_exact else None)


def _offered(test: Test, stated: set[str], asked: Sequence[str]) -> Iterator[Reason]:
    """Something that a service gives: where it says nothing of it, it is not known."""
    common = tuple(code for code in asked if code in stated)
    if not asked:
        return
    yield Reason(test, bool(common) if stated else None, common)


def codes_in(schema: Schema, column: str) -> set[str]:
    return {code for group in schema.groups if group.column == column for code in group.codes}


def _costs(stated: set[str], schema: Schema, need: Need) -> Iterator[Reason]:
    costs = codes_in(schema, "costs")
    return _offered(Test.COST, stated & costs, [code for code in need.costs if code in costs])


def _ages(document: Document, need: Need) -> Iterator[Reason]:
    for test, is_limited, is_met in (
        (
            Test.TOO_YOUNG,
            document.minimum_age > YOUNGEST,
            need.age is None or need.age >= document.minimum_age,
        ),
        (Test.TOO_OLD, document.maximum_age < OLDEST, need.age is None or need.age <= document.maximum_age),
    ):
        if is_limited:
            yield Reason(test, None if need.age is None else is_met)


def _genders(stated: set[str], schema: Schema, need: Need) -> Iterator[Reason]:
    """Whom it is for, where it says so: `codes` are those of the service where none was asked."""
    genders = codes_in(schema, "genders")
    limits = stated & genders
    if limits == genders:
        return
    asked = [code for code in need.genders if code in genders]
    if limits and not asked:
        yield Reason(Test.GENDER, None, tuple(sorted(limits)))
    elif limits:
        common = tuple(code for code in asked if code in limits)
        yield Reason(Test.GENDER, bool(common), common)


def _musts(stated: set[str], schema: Schema, asked: Sequence[str], test: Test) -> Iterator[Reason]:
    denied = {
        other for one, other in (*schema.opposites, *((b, a) for a, b in schema.opposites)) if one in stated
    }
    has = tuple(code for code in asked if code in stated)
    lacks = tuple(code for code in asked if code not in stated and code in denied)
    unknown = tuple(code for code in asked if code not in stated and code not in denied)
    for speaks, codes in ((True, has), (False, lacks), (None, unknown)):
        if codes:
            yield Reason(test, speaks, codes)


def _places_left(document: Document) -> Iterator[Reason]:
    yield Reason(Test.PLACES, None if document.places == NOT_KNOWN else document.places > 0)
    if document.is_paused:
        yield Reason(Test.PAUSED, False)


def _avoided(stated: set[str], need: Need) -> Iterator[Reason]:
    if hits := tuple(code for code in need.avoid if code in stated):
        yield Reason(Test.AVOID, False, hits)


def _excluded(document: Document, need: Need) -> Iterator[Reason]:
    if document.id in need.without:
        yield Reason(Test.EXCLUDED, False)


def _score(document: Document, km: float | None, week: Week | None, stated: set[str], need: Need) -> int:
    wanted = len(set(document.codes) & set(need.codes))
    near = bool(set(document.codes) & set(need.near_codes))
    both = (slots_of(week) & need.slots).bit_count() if week else 0
    wishes = set(need.wishes)
    met = len(wishes & stated)
    share = WEIGHTS.codes * min(wanted, WEIGHTS.codes_enough) / WEIGHTS.codes_enough
    share += _nearness(km, need.where)
    share += WEIGHTS.times * both / max(need.slots.bit_count(), 1)
    share += WEIGHTS.quality * int(255 * min(max(document.quality, 0.0), 1.0)) / 255
    share += WEIGHTS.places * min(max(document.places, 0), WEIGHTS.places_enough) / WEIGHTS.places_enough
    share += WEIGHTS.near_codes * (near and not wanted)
    share += WEIGHTS.wishes * met / max(len(wishes), 1)
    return round(MILLION * share)


def _nearness(km: float | None, where: Where) -> float:
    if km is None or not isinstance(where.shape, Circle):
        return 0.0
    if where.shape.km <= 0:
        return WEIGHTS.nearness * (km == 0)
    return WEIGHTS.nearness * (1 - km / where.shape.km)
