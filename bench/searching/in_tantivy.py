"""tantivy: one segment; bits as terms, latitude and longitude as fast columns, filters that cost no score."""

import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tantivy import Document, FieldType, Index, Occur, Query, Schema, SchemaBuilder

from bench.searching.asked import Kind, Question
from bench.searching.engines import TOP, Answer, Ask, Built, bits, box, size_of
from bench.searching.made import AT_ONCE, Directory
from bench.searching.plain import kilometres, times

HEAP_BYTES = 512_000_000
MASKS = ("slots", "languages", "costs", "genders", "flags")
TERMS = ("codes", "has_places", *MASKS)
NUMBERS = ("id", "youngest", "oldest")
DEGREES = ("latitude", "longitude")


class Tantivy:
    """Asks in process."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tantivy"
        self._folder.mkdir()
        self._schema = _schema()

    def build(self, directory: Directory) -> Built:
        """With one thread, merged to one segment; the clock stands still while documents are made up."""
        self._directory = directory
        begun, spent = time.perf_counter(), 0.0
        index = Index(self._schema, path=str(self._folder))
        writer = index.writer(HEAP_BYTES, 1)
        for first in range(0, directory.size, AT_ONCE // 4):
            making = time.perf_counter()
            documents = list(_documents(directory, first, min(first + AT_ONCE // 4, directory.size)))
            spent += time.perf_counter() - making
            for document in documents:
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()
        return Built(time.perf_counter() - begun - spent, size_of(self._folder))

    def asking(self, kind: Kind, question: Question) -> Ask:
        """Of the box, for it knows no circle: an easier job. In a match only the count of codes ranks."""
        query = self._query(kind, question)

        def ask() -> Answer:
            found = self._searcher.search(query, TOP)
            addresses = [address for _score, address in found.hits]
            return Answer(found.count, self._searcher.fast_field_values("id", addresses))

        return ask

    def checked(self, kind: Kind, question: Question) -> Answer:
        """All in the box, cut to the circle here."""
        query = self._query(kind, question)
        most = max(1, self._searcher.search(query, 1).count)
        addresses = [address for _score, address in self._searcher.search(query, most).hits]
        ids = self._searcher.fast_field_values("id", addresses)
        if question.km is not None:
            near = kilometres(self._directory, question)[ids] <= question.km
            ids = [one for one, is_near in zip(ids, near, strict=True) if is_near]
        return Answer(len(ids), ids[:TOP])

    def told(self) -> str:
        """Its version, and in how many pieces the index lies."""
        return f"tantivy {version('tantivy')} in {self._searcher.num_segments} segments"

    def cpu_seconds(self) -> float:
        """Processor time so far: all is done in this thread."""
        return time.thread_time()

    def close(self) -> None:
        """Nothing is held but files."""

    def _query(self, kind: Kind, question: Question) -> Query:
        schema = self._schema
        if kind is Kind.MATCH:
            fits = [(Occur.Should, _term(schema, "codes", code, 1.0)) for code in question.codes]
        else:
            fits = [(Occur.Should, Query.term_query(schema, "words", word)) for word in question.words]
        tests = [(Occur.Must, one) for one in _tests(schema, kind, question)]
        return Query.boolean_query([(Occur.Must, Query.boolean_query(fits)), *tests])


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("words", index_option="freq")
    for name in TERMS:
        builder.add_unsigned_field(name, indexed=True)
    for name in NUMBERS:
        builder.add_unsigned_field(name, fast=True)
    for name in DEGREES:
        builder.add_float_field(name, fast=True)
    return builder.build()


def _term(schema: Schema, name: str, value: int, score: float = 0.0) -> Query:
    return Query.const_score_query(Query.term_query(schema, name, value), score)


def _between(schema: Schema, name: str, kind: FieldType, low: float | None, high: float | None) -> Query:
    return Query.const_score_query(Query.range_query(schema, name, kind, low, high), 0.0)


def _tests(schema: Schema, kind: Kind, question: Question) -> Iterator[Query]:
    yield _term(schema, "languages", bits(question.language)[0])
    yield _term(schema, "costs", bits(question.cost)[0])
    yield _term(schema, "genders", bits(question.gender)[0])
    for flag in bits(question.flags):
        yield _term(schema, "flags", flag)
    yield _term(schema, "has_places", 1)
    if asked := bits(times(kind, question)):
        yield Query.const_score_query(Query.term_set_query(schema, "slots", asked), 0.0)
    yield _between(schema, "youngest", FieldType.Unsigned, None, question.age)
    yield _between(schema, "oldest", FieldType.Unsigned, question.age, None)
    if question.km is not None:
        south, north, west, east = box(question)
        yield _between(schema, "latitude", FieldType.Float, south, north)
        yield _between(schema, "longitude", FieldType.Float, west, east)


def _documents(directory: Directory, first: int, last: int) -> Iterator[Document]:
    some = slice(first, last)
    numbers = [directory.numbers[name][some].tolist() for name in (*MASKS, "youngest", "oldest", "places")]
    where = (directory.latitude[some].tolist(), directory.longitude[some].tolist())
    columns = (
        *where,
        directory.codes[some].tolist(),
        zip(*numbers, strict=True),
        directory.texts(first, last),
    )
    for number, row in enumerate(zip(*columns, strict=True), first):
        latitude, longitude, codes, (*masks, youngest, oldest, places), (name, said) = row
        document = Document()
        document.add_text("words", f"{name} {said}")
        document.add_float("latitude", latitude)
        document.add_float("longitude", longitude)
        fields = [("id", number), ("youngest", youngest), ("oldest", oldest), ("has_places", int(places > 0))]
        fields += [("codes", code) for code in codes if code >= 0]
        fields += [(mask, bit) for mask, bits_of in zip(MASKS, masks, strict=True) for bit in bits(bits_of)]
        for field, value in fields:
            document.add_unsigned(field, value)
        yield document
