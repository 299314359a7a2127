"""What `search` has to answer, worked out the slow and obvious way, one service after another.

Where the contract of the engine is silent, this file says what is meant:

- Words weigh as BM25 (k1 1.2, b 0.75) with a document's weights as term frequencies, in whole numbers: idf in
  thousandths, impact in 255 steps. A longer word that only begins as asked counts 60 of 100.
- A group counts as its best word there; a part as the sum of its groups, all of which must be there; the
  answer as the sum of those parts that are there. Loose, where nothing is found so: every group a part of its
  own, each once.
- BEST: 70 parts words (of the most that they could give), 25 nearness, 5 quality; TEXT: words alone; NEAR:
  metres. A service stands at the place that scores best, then lies nearest.
- A service is open where a certain range holds the moment, unless the day on which the range began is closed.
- Facets count services by what they would be without the test of their own group, if one choice is enough
  there; where all choices are wanted each more narrows, so their own test counts as well.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import floor, log
from zoneinfo import ZoneInfo

from kith.matching.answers import Found, Hit
from kith.matching.documents import Document, FactGroup, Schema, Site, Week
from kith.matching.questions import Circle, Order, Part, Search, Term
from tests.matching.oracle import facts_at, is_within, km_to, places

K1, B = 1.2, 0.75
DAY, WEEK = 1440, 10_080
WORDS, NEAR, QUALITY, LONGER = 70, 25, 5, 60
MILLION, NO_PLACE, FAR_METRES = 1_000_000, 250_000, 40_000_000
YES = "yes"


@dataclass(frozen=True)
class Corpus:
    """How telling every word is."""

    documents: Sequence[Document]
    idf: dict[str, int]
    unknown: int
    average: float


@dataclass(frozen=True)
class Look:
    document: Document
    site: Site | None
    points: int
    km: float | None
    failed: frozenset[str]
    facts: set[str] = field(compare=False)


def corpus_of(documents: Sequence[Document], *, base: Sequence[Document] = ()) -> Corpus:
    """`base`: the services by which words are weighed, where they are others."""
    weighed = base or documents
    lengths = [sum(weight for _word, weight in one.words) for one in weighed]
    having = {word: 0 for one in documents for word, _weight in one.words}
    for one in weighed:
        for word, _weight in one.words:
            having[word] = having.get(word, 0) + 1
    count = len(weighed)
    idf = {word: _idf(number, count) for word, number in having.items()}
    return Corpus(documents, idf, _idf(0, count), sum(lengths) / count if sum(lengths) else 1.0)


def _idf(having: int, count: int) -> int:
    return max(round(1000 * log(1 + (count - having + 0.5) / (having + 0.5))), 1)


def search(corpus: Corpus, schema: Schema, question: Search) -> Found:
    points = (
        words_of(corpus, question.parts) if question.parts else dict.fromkeys(range(len(corpus.documents)), 0)
    )
    most = most_points(corpus, question.parts)
    found = _found(corpus, schema, question, points, most)
    if found.total >= question.enough or not any(len(part.groups) > 1 for part in question.parts):
        return found
    points = words_of(corpus, loose(corpus, question.parts))
    loosely = _found(corpus, schema, question, points, 2 * most if found.total else most)
    is_loose = loosely.total > found.total
    return replace(loosely, is_loose=is_loose, exact=found.total) if is_loose else found


def _found(corpus: Corpus, schema: Schema, question: Search, points: dict[int, int], most: int) -> Found:
    looks = [
        look
        for number, own in points.items()
        for look in looks_at(corpus.documents[number], schema, question, own)
        if is_candidate(look, question)
    ]
    best: dict[object, tuple[int, float, Hit]] = {}
    for look in looks:
        if not look.failed:
            score = score_of(look, question, most)
            key = (-score, 9e9 if look.km is None else look.km, Hit(look.document.id, score, look.km))
            known = best.get(look.document.id)
            best[look.document.id] = key if known is None or key[:2] < known[:2] else known
    hits = sorted((hit for _score, _km, hit in best.values()), key=lambda hit: (-hit.score, hit.id))
    counts = counts_of(looks, schema, question) if question.is_counted else {}
    page = tuple(hits[question.first : question.first + question.limit])
    return Found(len(hits), page, counts, {}, exact=len(hits))


def words_of(corpus: Corpus, parts: Iterable[Part]) -> dict[int, int]:
    """The documents that say at least one part, and how well."""
    found = {}
    for number, document in enumerate(corpus.documents):
        said = [_part(corpus, document, part) for part in parts]
        if any(one is not None for one in said):
            found[number] = sum(one for one in said if one is not None)
    return found


def _part(corpus: Corpus, document: Document, part: Part) -> int | None:
    groups = [_group(corpus, document, group) for group in _once(corpus, part)]
    return sum(groups) if groups and all(groups) else None


def _once(corpus: Corpus, part: Part) -> list[tuple[Term, ...]]:
    """Its groups, each once: two that mean the same words are one."""
    return list({tuple(_runs(corpus, group)): group for group in part.groups[::-1]}.values())[::-1]


def _runs(corpus: Corpus, group: Iterable[Term]) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Words of the corpus, each time with the parts of 100 that they count."""
    found: dict[tuple[int, tuple[str, ...]], None] = {}
    for term in group:
        if term.word in corpus.idf:
            found[term.percent, (term.word,)] = None
        longer = tuple(
            sorted(word for word in corpus.idf if word.startswith(term.word) and word != term.word)
        )
        if term.is_start and term.word and longer:
            found[LONGER * term.percent // 100, longer] = None
    return found


def loose(corpus: Corpus, parts: Iterable[Part]) -> list[Part]:
    """The parts, and each of their groups alone; what means the same words, once."""
    parts = list(parts)
    groups = [Part((group,)) for part in parts for group in part.groups if any(_runs(corpus, group))]
    found = {
        tuple(tuple(_runs(corpus, group)) for group in _once(corpus, part)): part
        for part in [*parts, *groups][::-1]
    }
    return list(found.values())


def _group(corpus: Corpus, document: Document, group: Iterable[Term]) -> int:
    points = [0]
    for percent, words in _runs(corpus, group):
        for word, weight in document.words:
            if word in words:
                idf = max(corpus.idf[word] * percent // 100, 1)
                points.append(idf * _impact(weight, document, corpus))
    return max(points)


def _impact(weight: int, document: Document, corpus: Corpus) -> int:
    length = sum(own for _word, own in document.words)
    part = weight / (weight + K1 * (1 - B + B * length / corpus.average))
    return min(max(floor(255 * part + 0.5), 1), 255)


def most_points(corpus: Corpus, parts: Iterable[Part]) -> int:
    groups = [group for part in parts for group in part.groups]
    return max(255 * sum(max(_most(corpus, term) for term in group) for group in groups), 1)


def _most(corpus: Corpus, term: Term) -> int:
    return corpus.idf.get(term.word, corpus.unknown) * term.percent // 100


def looks_at(document: Document, schema: Schema, question: Search, points: int) -> Iterable[Look]:
    for site in places(document):
        facts = facts_at(document, site, schema)
        km = km_to(question.where, site)
        failed = frozenset(_failed(document, site, facts, schema, question))
        yield Look(document, site, points, km, failed, facts)


def is_candidate(look: Look, question: Search) -> bool:
    filters = question.filters
    is_among = filters.only is None or look.document.id in filters.only
    is_out = look.document.id in filters.without
    return is_among and not is_out and is_within(look.document, look.site, question.where)


def _failed(
    document: Document, site: Site | None, facts: set[str], schema: Schema, question: Search
) -> Iterable[str]:
    filters = question.filters
    week = site.week if site else document.week
    passes = {
        "age": filters.age is None or document.minimum_age <= filters.age <= document.maximum_age,
        "codes": not filters.codes or bool(set(filters.codes) & set(document.codes)),
        "languages": not filters.languages or bool(set(filters.languages) & set(document.languages)),
        "places": not filters.has_places or has_places(document),
        "open": filters.open_at is None or is_open(document, week, filters.open_at, question),
    }
    for name, codes in filters.facts.items():
        group = next(one for one in schema.groups if one.name == name)
        passes[name] = not codes or _has(group, codes, facts)
    return [name for name, is_passed in passes.items() if not is_passed]


def has_places(document: Document) -> bool:
    return document.places > 0 and not document.is_paused


def _has(group: FactGroup, codes: Iterable[str], facts: set[str]) -> bool:
    return any(code in facts for code in codes) if group.is_any else all(code in facts for code in codes)


def is_open(document: Document, week: Week | None, moment: datetime, question: Search) -> bool:
    if week is None or not is_in_week(week, moment):
        return False
    if week.is_exact:
        return True
    return question.decide is not None and document.id in question.decide([document.id], moment)


def is_in_week(week: Week, moment: datetime) -> bool:
    there = moment.astimezone(ZoneInfo(week.zone))
    now = there.weekday() * DAY + there.hour * 60 + there.minute
    for first, last in week.ranges:
        for minute in (now, now + WEEK):
            if first <= minute < last:
                began = there.date() - timedelta(days=minute // DAY - first // DAY)
                if began not in week.closed_on:
                    return True
    return False


def score_of(look: Look, question: Search, most: int) -> int:
    circle = question.where.shape
    if question.order is Order.TEXT:
        return look.points
    if question.order is Order.NEAR and isinstance(circle, Circle):
        return 0 if look.km is None else FAR_METRES - round(1000 * look.km)
    quality = int(255 * min(max(look.document.quality, 0.0), 1.0))
    score = QUALITY * (quality * MILLION // 255) + WORDS * (look.points * MILLION // most)
    if not isinstance(circle, Circle):
        return score
    if look.km is None:
        return score + NEAR * NO_PLACE
    nearness = round(MILLION * (1 - look.km / circle.km)) if circle.km > 0 else MILLION * (look.km == 0)
    return score + NEAR * nearness


def counts_of(looks: Sequence[Look], schema: Schema, question: Search) -> dict[str, dict[str, int]]:
    found = {
        "codes": _count(looks, "codes", lambda look: look.document.codes),
        "languages": _count(looks, "languages", lambda look: look.document.languages),
        "places": _count(looks, "places", lambda look: (YES,) if has_places(look.document) else ()),
    }
    moment = question.filters.open_at or question.moment
    if moment is not None:
        found["open"] = _count(looks, "open", lambda look: (YES,) if _is_open(look, moment, question) else ())
    for group in schema.groups:
        own = set(group.codes)
        name = group.name if group.is_any else ""
        found[group.name] = _count(looks, name, lambda look, own=own: look.facts & own)
    return found


def _is_open(look: Look, moment: datetime, question: Search) -> bool:
    week = look.site.week if look.site else look.document.week
    return is_open(look.document, week, moment, question)


def _count(looks: Sequence[Look], name: str, codes: Callable[[Look], Iterable[str]]) -> dict[str, int]:
    having: dict[str, set[object]] = {}
    for look in looks:
        if look.failed <= {name}:
            for code in codes(look):
                having.setdefault(code, set()).add(look.document.id)
    return {code: len(ids) for code, ids in having.items()}
