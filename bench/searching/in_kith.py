"""Kith's own engine, in process, from documents as the directory would tell them."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.searching.asked import Kind, Question
from bench.searching.documents import FLAGS, GENDERS, PAID, QUARTER, SCHEMA, SPOKEN, Stream
from bench.searching.engines import TOP, Answer, Ask, Built, bits, size_of
from bench.searching.made import Directory
from bench.searching.plain import times
from kith.matching.building import build_generation
from kith.matching.generation import current_generation, prefault
from kith.matching.index import Index
from kith.matching.questions import Circle, Filters, Need, Order, Part, Search, Term, Where

MONDAY = datetime(2026, 11, 30, tzinfo=UTC)


class Kith:
    """A generation, mapped into memory and read once before anything is timed."""

    name = "Kith"
    is_in_full = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "kith"
        self._folder.mkdir()

    def build(self, directory: Directory) -> Built:
        """From a stream of documents; the clock stands still while they are made up."""
        begun = time.perf_counter()
        stream = Stream(directory)
        build_generation(self._folder, stream.documents(), schema=SCHEMA, sequence=1)
        built = Built(time.perf_counter() - begun - stream.seconds, size_of(self._folder))
        generation = current_generation(self._folder)
        if generation is None:
            raise SystemExit("Kith has built no generation.")
        prefault(generation)
        self.index = Index(generation)
        return built

    def asking(self, kind: Kind, question: Question) -> Ask:
        """The question as Kith's own queries would put it."""
        if kind is Kind.MATCH:
            return self._matching(_need(kind, question))
        return self._searching(_search(kind, question, is_counted=self.is_in_full))

    def checked(self, kind: Kind, question: Question) -> Answer:
        """The same."""
        return self.asking(kind, question)()

    def told(self) -> str:
        """Its version is this one."""
        return "kith.matching, NumPy"

    def cpu_seconds(self) -> float:
        """Processor time so far: all is done in this thread."""
        return time.thread_time()

    def close(self) -> None:
        """Nothing is held but files."""

    def _searching(self, asked: Search) -> Ask:
        def ask() -> Answer:
            found = self.index.search(asked)
            return Answer(found.total, [hit.id.int for hit in found.hits])

        return ask

    def _matching(self, asked: Need) -> Ask:
        def ask() -> Answer:
            found = self.index.propose(asked)
            return Answer(found.total, [pick.id.int for pick in found.fits])

        return ask


class InFull(Kith):
    """The same generation, asked with the counts of every facet, and with what each test says of a match."""

    name = "Kith, in full"
    is_in_full = True

    def __init__(self, plain: Kith) -> None:
        self.index = plain.index

    def _matching(self, asked: Need) -> Ask:
        def ask() -> Answer:
            found = self.index.match(asked)
            return Answer(found.total, [match.id.int for match in found.fits])

        return ask


def _where(question: Question) -> Where:
    if question.km is None:
        return Where()
    return Where(Circle(question.latitude, question.longitude, question.km))


def _search(kind: Kind, question: Question, *, is_counted: bool) -> Search:
    moment = MONDAY + timedelta(minutes=QUARTER * bits(question.moment)[0] + 60)
    facts = {
        "cost": tuple(PAID[bit] for bit in bits(question.cost)),
        "gender": tuple(GENDERS[bit] for bit in bits(question.gender)),
        "flags": tuple(FLAGS[bit] for bit in bits(question.flags)),
    }
    return Search(
        parts=tuple(Part(((Term(word),),)) for word in question.words),
        where=_where(question),
        filters=Filters(
            languages=tuple(SPOKEN[bit] for bit in bits(question.language)),
            age=question.age,
            facts={name: codes for name, codes in facts.items() if codes},
            open_at=moment if kind is Kind.OPEN else None,
            has_places=True,
        ),
        order=Order.TEXT,
        limit=TOP,
        is_counted=is_counted,
        is_spelling_helped=False,
    )


def _need(kind: Kind, question: Question) -> Need:
    return Need(
        codes=tuple(str(code) for code in question.codes),
        where=_where(question),
        age=question.age,
        languages=tuple(SPOKEN[bit] for bit in bits(question.language)),
        slots=times(kind, question),
        costs=tuple(PAID[bit] for bit in bits(question.cost)),
        must=tuple(FLAGS[bit] for bit in bits(question.flags)),
        genders=tuple(GENDERS[bit] for bit in bits(question.gender)),
        limit=TOP,
    )
