"""Turns documents into a table, one after the other."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

import numpy as np

from kith.matching.documents import NOT_KNOWN, OLDEST, YOUNGEST, Document, Schema, Site
from kith.matching.facts import FactPacker
from kith.matching.hours import WeekPacker
from kith.matching.layout import I4, Names
from kith.matching.naming import LanguagePacker, NamePacker, by_frequency, by_name
from kith.matching.places import is_on_earth
from kith.matching.table import ANYWHERE, BOUND, MAPPED, Chunk, Table, Words

CHUNK = 1_000_000
MOST_PLACES = 32_767
MOST_WEIGHT = 65_535
MOST_LENGTH = 2**31 - 1
NOWHERE = float("nan")


def pack(documents: Iterable[Document], schema: Schema, folder: Path | None = None) -> Table:
    """The table of these documents; of two with one id the later counts once the table is ordered.

    `folder`: where words are kept meanwhile; without it, in memory. Raises SchemaTooWide.
    """
    packer = _Packer(schema, folder)
    for document in documents:
        packer.add(document)
    return packer.table()


class _WordPacker:
    """Gathers words in chunks."""

    def __init__(self, folder: Path | None) -> None:
        self._numbers: defaultdict[str, int] = defaultdict()
        self._numbers.default_factory = self._numbers.__len__  # a new word has the next number
        self._words = Words([], folder=folder)
        self._doc, self._term, self._weight = array("i"), array("i"), array("H")
        self._lengths = array("i")

    def add(self, words: Iterable[tuple[str, int]]) -> None:
        weights = {word: min(weight, MOST_WEIGHT) for word, weight in words if word and weight > 0}
        self._doc.extend(repeat(len(self._lengths), len(weights)))
        self._term.extend(map(self._numbers.__getitem__, weights))
        self._weight.extend(weights.values())
        self._lengths.append(min(sum(weights.values()), MOST_LENGTH))
        if len(self._term) >= CHUNK:
            self._flush()

    def _flush(self) -> None:
        chunk = Chunk(_i4(self._doc), _i4(self._term), np.array(self._weight, np.uint16))
        self._words.keep(chunk)
        self._doc, self._term, self._weight = array("i"), array("i"), array("H")

    def words(self) -> Words:
        self._flush()
        self._words.vocabulary.extend(self._numbers)
        return self._words

    def lengths(self) -> I4:
        return _i4(self._lengths)


class _PlacePacker:
    """Gathers the places of documents."""

    def __init__(self, schema: Schema) -> None:
        self._facts = FactPacker(schema)
        self.weeks = WeekPacker()
        self._doc, self._kind, self._week = array("i"), array("B"), array("i")
        self._lat, self._lon = array("f"), array("f")
        self._bits = {name: array("Q") for name in ("costs", "flags", "genders", "facts")}

    def add(self, document: Document, number: int) -> None:
        """Its trusted points; what is not a point on earth is left out."""
        points = [one for one in document.sites if is_on_earth(one.latitude, one.longitude)]
        if not points:
            kind = BOUND if document.areas else ANYWHERE
            self._row(number, kind, Site(NOWHERE, NOWHERE, document.week), document.facts)
        for one in points:
            facts = document.facts + one.facts if one.facts else document.facts
            self._row(number, MAPPED, one, facts)

    def _row(self, number: int, kind: int, site: Site, facts: tuple[str, ...]) -> None:
        self._doc.append(number)
        self._kind.append(kind)
        self._lat.append(site.latitude)
        self._lon.append(site.longitude)
        self._week.append(self.weeks.number(site.week))
        packed = self._facts.pack(facts)
        self._bits["costs"].append(packed.costs)
        self._bits["flags"].append(packed.flags)
        self._bits["genders"].append(packed.genders)
        self._bits["facts"].append(packed.facts)

    def fill(self, packer: "_Packer", words: _WordPacker) -> Table:
        """The whole table."""
        weeks = self.weeks.columns()
        codes, code = by_frequency(packer.codes)
        areas, area = by_name(packer.areas)
        languages = packer.languages.columns()
        names = Names(codes=codes, languages=languages.names, areas=areas, zones=weeks.zones)
        return Table(
            ids=np.frombuffer(bytes(packer.ids), "S16"),
            length=words.lengths(),
            code_start=packer.codes.starts(),
            code=code,
            langs=languages.bits,
            rare_doc=languages.rare_doc,
            rare_language=languages.rare_language,
            amin=np.array(packer.amin, np.uint8),
            amax=np.array(packer.amax, np.uint8),
            cap=np.array(packer.cap, np.int16),
            quality=np.array(packer.quality, np.uint8),
            paused=np.array(packer.paused, np.uint8),
            area_start=packer.areas.starts(),
            area=area,
            row_doc=_i4(self._doc),
            kind=np.array(self._kind, np.uint8),
            lat=np.array(self._lat, np.float32),
            lon=np.array(self._lon, np.float32),
            ins=np.array(self._bits["costs"], np.uint16),
            flags=np.array(self._bits["flags"], np.uint8),
            gender=np.array(self._bits["genders"], np.uint8),
            facts=np.array(self._bits["facts"], np.uint64),
            week=_i4(self._week),
            weeks=weeks,
            names=names,
            words=words.words(),
        )


class _Packer:
    """Gathers documents."""

    def __init__(self, schema: Schema, folder: Path | None) -> None:
        self.ids = bytearray()
        self.codes, self.areas, self.languages = NamePacker(), NamePacker(), LanguagePacker()
        self.amin, self.amax, self.cap = array("B"), array("B"), array("h")
        self.quality, self.paused = array("B"), array("B")
        self._words = _WordPacker(folder)
        self._places = _PlacePacker(schema)
        self._count = 0

    def add(self, document: Document) -> None:
        """One more."""
        self.ids += document.id.bytes
        self.codes.add(document.codes)
        self.areas.add(document.areas)
        self.languages.add(document.languages)
        self.amin.append(min(max(document.minimum_age, YOUNGEST), OLDEST))
        self.amax.append(min(max(document.maximum_age, YOUNGEST), OLDEST))
        self.cap.append(min(max(document.places, NOT_KNOWN), MOST_PLACES))
        self.quality.append(int(255 * min(1.0, max(0.0, document.quality))))
        self.paused.append(document.is_paused)
        self._words.add(document.words)
        self._places.add(document, self._count)
        self._count += 1

    def table(self) -> Table:
        """All of them."""
        return self._places.fill(self, self._words)


def _i4(numbers: "array[int]") -> I4:
    return np.array(numbers, np.int32)
