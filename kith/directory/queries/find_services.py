"""Search: words and near a place. The one query behind every search of services."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.live_index import LiveIndex, index_now
from kith.directory.narrowing import NOTHING_FURTHER, Counts, ListOrder, Narrowing, Relaxed, Secular
from kith.directory.reading.answers import Answer, answer_for, decide_for
from kith.directory.reading.counts import counts_of, spelled_of
from kith.directory.reading.engine_questions import Wish, search_of
from kith.directory.reading.lines import service_lines
from kith.directory.reading.near import resolve_place
from kith.directory.reading.placed_words import placed_words
from kith.directory.reading.ways_on import relaxed, secular_beside, towns_near
from kith.directory.search_words import question_of
from kith.directory.terms import Topic
from kith.directory.views_of import MapPoint, ServiceLine

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceResults:
    """One page of results. `place` is the town that `near` was understood as; empty: not known or not asked.

    `is_beyond`: nothing lay so near, so everything is listed. `is_loose`: only `exact` of them have all
    the words. `spelled`: words that nobody uses, each with those looked for instead. `secular`: one that no
    faith group gives, on the asked topic, where a faith group's is on this page. `relaxed`, `towns`: how to
    find more, where nothing was found. `is_old`: changes of the last minutes may be missing.
    """

    total: int
    page: int
    pages: int
    lines: list[ServiceLine]
    topics: tuple[Topic, ...]
    place: str
    is_place_unknown: bool
    is_beyond: bool
    is_loose: bool
    exact: int
    centre: MapPoint | None
    counts: Counts
    spelled: tuple[tuple[str, tuple[str, ...]], ...]
    secular: Secular | None
    relaxed: tuple[Relaxed, ...]
    towns: tuple[str, ...]
    is_old: bool


def find_services(
    viewer: Viewer,
    *,
    words: str,
    near: str,
    topics: Collection[Topic],
    languages: Collection[str],
    facts: Collection[str],
    page: int,
    narrowing: Narrowing = NOTHING_FURTHER,
) -> ServiceResults:
    """The services that answer, in the order asked for; ties by id; 20 a page.

    All kinds of wishes narrow. Of `topics`, of `languages`, and of facts that answer the same question, such
    as the cost, one is enough; needs of access, safety and papers are all wanted. A comma in `words` means
    "or". A place among the words is understood where none is given. A service one cannot go to is near
    everywhere it serves. An unknown place is said and left out.
    At most 20 statements, whatever the size of the directory.
    """
    live = index_now()
    wish = Wish(
        question=question_of(words, ()),
        topics=tuple(sorted(topics)),
        languages=tuple(languages),
        facts=tuple(facts),
        spot=resolve_place(near, live.version) if near.strip() else None,
        narrowing=narrowing,
    )
    wish, answer, page = _understood(viewer, live, wish, page, words="" if near.strip() else words)
    spot = wish.spot
    decide, found = decide_for(viewer), answer.found
    lines = service_lines(viewer, [answer.rows[one] for one in answer.ids], distances=answer.distances)
    return ServiceResults(
        total=found.total,
        page=page,
        pages=_pages(found.total),
        lines=lines,
        topics=tuple(sorted({*wish.question.topics, *topics})),
        place=spot.name if spot else "",
        is_place_unknown=bool(near.strip()) and spot is None,
        is_beyond=wish.is_anywhere,
        is_loose=found.is_loose,
        exact=found.exact,
        centre=MapPoint(spot.latitude, spot.longitude) if spot and not narrowing.is_from_afar else None,
        counts=counts_of(found),
        spelled=spelled_of(found),
        secular=secular_beside(viewer, live.index, wish, lines, decide=decide),
        relaxed=() if found.total else relaxed(live.index, wish, decide=decide),
        towns=towns_near(viewer, spot) if spot and not found.total else (),
        is_old=live.is_old,
    )


def _understood(
    viewer: Viewer, live: LiveIndex, wish: Wish, page: int, *, words: str
) -> tuple[Wish, Answer, int]:
    """The answer, near a place that stands among the words: surely so, or where nothing has all of them."""
    placed = placed_words(words, live.version)
    spot = resolve_place(placed.near, live.version) if placed else None
    if placed is None or spot is None:
        return _answered(viewer, live, wish, page)
    near = replace(wish, question=question_of(placed.words, ()), spot=spot)
    if placed.is_sure:
        return _answered(viewer, live, near, page)
    found = _answered(viewer, live, wish, page)
    if found[1].found.exact:
        return found
    around = _answered(viewer, live, near, page)
    return around if around[1].found.total else found


def _answered(viewer: Viewer, live: LiveIndex, wish: Wish, page: int) -> tuple[Wish, Answer, int]:
    """The answer, from further away where nothing is near; the last page for one that is past the end."""
    page = max(page, 1)
    answer = _asked(viewer, live, wish, page)
    if not answer.found.total and wish.spot and not wish.narrowing.is_from_afar:
        further = replace(wish, is_anywhere=True)
        beyond = _asked(viewer, live, further, page)
        wish, answer = (further, beyond) if beyond.found.total else (wish, answer)
    last = _pages(answer.found.total)
    if page <= last:
        return wish, answer, page
    return wish, _asked(viewer, live, wish, last), last


def _asked(viewer: Viewer, live: LiveIndex, wish: Wish, page: int) -> Answer:
    search = search_of(wish, decide=decide_for(viewer))
    search = replace(search, first=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    is_open_first = wish.narrowing.order == ListOrder.OPEN
    return answer_for(viewer, live.index, search, open_first_at=clock.now() if is_open_first else None)


def _pages(total: int) -> int:
    return max(1, -(-total // PAGE_SIZE))
