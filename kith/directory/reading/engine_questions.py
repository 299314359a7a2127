"""What somebody looks for, as the engine is asked it. Nothing of it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kith.core import clock
from kith.directory.narrowing import Limit, ListOrder, Narrowing
from kith.directory.reading.near import Spot
from kith.directory.reading.word_groups import group_of, groups_of
from kith.directory.search_words import Question, topic_word
from kith.directory.searching.codes import schema, topic_code
from kith.directory.terms import Topic
from kith.matching.questions import Circle, Decide, Filters, Order, Part, Search, Term, Where

FROM_AFAR = ("setting-phone", "setting-video", "setting-text")
SETTING = "setting"
ENOUGH = 20
"""A page: where fewer have all the words, those with some of them follow, unless the nearest goes first."""
ROUND_THE_EARTH_KM = 20_100.0
ORDERS = {ListOrder.BEST: Order.BEST, ListOrder.NEAR: Order.NEAR, ListOrder.OPEN: Order.BEST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """All that is looked for. `is_anywhere`: however far from the spot, the nearest first."""

    question: Question
    topics: tuple[Topic, ...]
    languages: tuple[str, ...]
    facts: tuple[str, ...]
    spot: Spot | None
    narrowing: Narrowing
    is_anywhere: bool = False


def search_of(wish: Wish, *, decide: Decide) -> Search:
    """The wish as a search for its first page."""
    order = Order.NEAR if wish.is_anywhere else ORDERS[wish.narrowing.order]
    return Search(
        parts=parts_of(wish.question),
        where=where_of(wish),
        filters=filters_of(wish),
        order=order,
        is_counted=wish.narrowing.is_counted,
        moment=clock.now(),
        enough=ENOUGH if order is Order.BEST else 1,
        meant=group_of,
        decide=decide,
    )


def parts_of(question: Question) -> tuple[Part, ...]:
    """Every wish by its words, with what means the same, and by the topic that they name."""
    return tuple(_each_part(question))


def where_of(wish: Wish) -> Where:
    """Around the spot, whatever serves it included; anywhere for help from afar."""
    spot = wish.spot
    if spot is None or wish.narrowing.is_from_afar:
        return Where()
    km = ROUND_THE_EARTH_KM if wish.is_anywhere else wish.narrowing.km
    return Where(Circle(spot.latitude, spot.longitude, km), areas=spot.areas)


def filters_of(wish: Wish) -> Filters:
    """What narrows. Codes that no group knows are left out."""
    return Filters(
        codes=tuple(map(topic_code, wish.topics)),
        languages=tuple(dict.fromkeys(code.partition("-")[0].lower() for code in wish.languages)),
        age=wish.narrowing.age,
        facts=facts_by_group(wish),
        open_at=wish.narrowing.open_at,
        has_places=wish.narrowing.has_places,
    )


def facts_by_group(wish: Wish) -> dict[str, tuple[str, ...]]:
    """The wished facts, each under the group that knows it."""
    found = {group.name: tuple(c for c in group.codes if c in wish.facts) for group in schema().groups}
    if wish.narrowing.is_from_afar and not found.get(SETTING):
        found[SETTING] = FROM_AFAR
    return {name: codes for name, codes in found.items() if codes}


def without_one_limit(wish: Wish) -> Iterator[tuple[Limit, Wish]]:
    """The same without one of its limits, for each that it has; never with nothing left to look for."""
    nothing, wide = Question(()), wish.narrowing
    others = bool(wish.topics or wish.languages or wish.facts)
    if wish.question and others:
        yield Limit.WORDS, replace(wish, question=nothing)
    if wish.spot and not wish.is_anywhere:
        yield Limit.PLACE, replace(wish, spot=None)
    for limit, narrower in (
        (Limit.TOPICS, replace(wish, topics=())),
        (Limit.LANGUAGES, replace(wish, languages=())),
        (Limit.FACTS, replace(wish, facts=())),
        (Limit.AGE, replace(wish, narrowing=replace(wide, age=None))),
        (Limit.OPEN, replace(wish, narrowing=replace(wide, open_at=None))),
        (Limit.PLACES, replace(wish, narrowing=replace(wide, has_places=False))),
        (Limit.AFAR, replace(wish, narrowing=replace(wide, is_from_afar=False))),
    ):
        if narrower != wish:
            yield limit, narrower


def _each_part(question: Question) -> Iterator[Part]:
    for part in question.parts:
        if part.words:
            yield Part(groups_of(part.words))
        if part.topics:
            topics = ((Term(topic_word(topic)),) for topic in part.topics)
            yield Part((*topics, *groups_of(part.besides)))
