"""A need as the engine is asked it, and what the engine says. Nothing of it is kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.folding import key_of
from kith.directory.needing import Needed
from kith.directory.policies.place import addresses
from kith.directory.policies.service import May, services
from kith.directory.reading.near import Spot
from kith.directory.reading.need_codes import need_codes
from kith.directory.search_words import question_of, topic_word
from kith.directory.searching.areas import keys_around
from kith.matching.answers import Match, Test
from kith.matching.index import Index
from kith.matching.questions import Circle, Filters, Need, Order, Part, Search, Term, Where

LOOK_AT = 60
SAYING_WORDS = 300
FULL = frozenset({Test.PLACES, Test.PAUSED})


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the engine says: those that fit, the full, and those turned down for their language alone."""

    total: int
    fits: tuple[Match, ...]
    full: tuple[Match, ...]
    others: tuple[Match, ...]
    fell: dict[Test, int]

    @property
    def is_empty(self) -> bool:
        """True if nobody is named."""
        return not (self.fits or self.full or self.others)


def engine_need(viewer: Viewer, needed: Needed, spot: Spot | None) -> Need:
    """The need in the engine's words. At most eleven statements."""
    codes = need_codes(viewer, needed)
    return Need(
        codes=codes.codes,
        near_codes=codes.near,
        where=_where(viewer, needed, spot),
        age=needed.age,
        languages=tuple(dict.fromkeys(code.partition("-")[0].lower() for code in needed.languages)),
        slots=needed.slots,
        costs=needed.costs,
        must=needed.must,
        genders=(needed.gender,) if needed.gender else (),
        wishes=needed.wishes,
        avoid=needed.avoid,
        without=services_of_any(viewer, needed.without),
        limit=LOOK_AT,
    )


def services_of_any(viewer: Viewer, organization_ids: Collection[UUID]) -> frozenset[UUID]:
    """The services of these organisations. One statement, or none."""
    if not organization_ids:
        return frozenset()
    rows = services(viewer, May.READ).filter(organization_id__in=organization_ids)
    return frozenset(rows.values_list("pk", flat=True))


def proposed(index: Index, need: Need, words: str) -> Proposed:
    """Who answers: by the need's codes, or, where there are words, by them."""
    parts = parts_of(words)
    if parts:
        return _saying(index, need, parts)
    found = index.match(need)
    others: tuple[Match, ...] = ()
    if need.languages and len(found.fits) < need.limit:
        known = {one.id for one in (*found.fits, *found.full)}
        speaking_others = index.match(replace(need, languages=()))
        ids = [one.id for one in speaking_others.fits if one.id not in known]
        others = index.explain(need, ids)
    return Proposed(found.total, found.fits, found.full, others, found.fell)


def proposed_among(index: Index, need: Need, words: str, ids: frozenset[UUID]) -> Proposed:
    """The same of certain services alone."""
    parts = parts_of(words)
    if parts:
        return _saying(index, need, parts, only=ids)
    return _sorted_out(index.explain(need, ids - need.without))


def first_then(first: Proposed, then: Proposed) -> Proposed:
    """Both, nobody twice; how many there are is what the second says."""
    return Proposed(
        total=then.total,
        fits=_each_once(first.fits, then.fits),
        full=_each_once(first.full, then.full),
        others=_each_once(first.others, then.others),
        fell=then.fell,
    )


def _each_once(first: tuple[Match, ...], then: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple({one.id: one for one in (*first, *then)}.values())


def _saying(
    index: Index, need: Need, parts: tuple[Part, ...], *, only: frozenset[UUID] | None = None
) -> Proposed:
    """Those that say the words, near the place; what they help with is then not asked."""
    filters = Filters(without=need.without, only=only)
    asked = Search(parts=parts, where=need.where, filters=filters, order=Order.TEXT, limit=SAYING_WORDS)
    ids = [hit.id for hit in index.search(asked).hits]
    return _sorted_out(map(_without_need, index.explain(need, ids)))


def _sorted_out(matches: Iterable[Match]) -> Proposed:
    told = sorted(matches, key=lambda one: (-one.score, one.id))
    against = [(one, {said.test for said in one.reasons if said.speaks is False}) for one in told]
    fits = [one for one, tests in against if tests <= {Test.WISH}]
    full = [one for one, tests in against if tests & FULL and tests <= FULL | {Test.WISH}]
    others = [one for one, tests in against if Test.LANGUAGE in tests and tests <= {Test.LANGUAGE, Test.WISH}]
    first = slice(LOOK_AT)
    return Proposed(len(fits), tuple(fits[first]), tuple(full[first]), tuple(others[first]), _fell(against))


def _fell(against: Iterable[tuple[Match, set[Test]]]) -> dict[Test, int]:
    fell: dict[Test, int] = {}
    for _one, tests in against:
        for test in [test for test in Test if test in tests - {Test.WISH}][:1]:
            fell[test] = fell.get(test, 0) + 1
    return fell


def _without_need(one: Match) -> Match:
    return replace(one, reasons=tuple(said for said in one.reasons if said.test is not Test.NEED))


def parts_of(words: str) -> tuple[Part, ...]:
    """Every wish by its words, which match from their beginning, and by the topic that they name."""
    found = []
    for part in question_of(words, ()).parts:
        besides = tuple((Term(word, is_start=True),) for word in part.besides)
        if part.words:
            found.append(Part(tuple((Term(word, is_start=True),) for word in part.words)))
        if part.topics:
            found.append(Part((tuple(Term(topic_word(topic)) for topic in part.topics), *besides)))
    return tuple(found)


def _where(viewer: Viewer, needed: Needed, spot: Spot | None) -> Where:
    if spot is None:
        return Where(is_placeless_in=needed.is_afar_too)
    circle = Circle(spot.latitude, spot.longitude, needed.km)
    return Where(circle, areas=_areas(viewer, spot), is_placeless_in=needed.is_afar_too)


def _areas(viewer: Viewer, spot: Spot) -> tuple[str, ...]:
    """The areas that hold the spot, as the addresses there name them."""
    there = addresses(viewer).filter(spot.same_place).order_by("id")
    row = there.values_list("region", "state_province", "country").first()
    county, state, country = row or ("", "", "")
    return keys_around(town=key_of(spot.name), postcode="", county=county, state=state, country=country)
