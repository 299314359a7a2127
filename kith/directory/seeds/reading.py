"""Reads the seed files into rows, unsaved: `taxonomy.toml`, `terms.csv`; `matches.csv` where there is one."""

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from kith.directory.models import Taxonomy, TaxonomyTerm, TermLabel, TermMatch
from kith.directory.seeds.ids import term_id
from kith.directory.terms import TermRelation

FOLDER = Path(__file__).parent
NAMES = ("kith-services", "sdoh-categories", "open-eligibility", "open-eligibility-1")
"""In the order of writing: what others point to comes first."""

Line = dict[str, str]


@dataclass(frozen=True, slots=True)
class Seed:
    """One taxonomy with its terms, their labels and their matches in taxonomies before it."""

    taxonomy: Taxonomy
    terms: list[TaxonomyTerm]
    labels: list[TermLabel]
    matches: list[TermMatch]


def read_seeds() -> list[Seed]:
    """Every seeded taxonomy, in the order of writing."""
    return [_seed(name) for name in NAMES]


@cache
def own_lines() -> Sequence[Line]:
    """Kith's own terms as they come with Kith, in the order in which people read them."""
    return tuple(_lines(NAMES[0], "terms.csv"))


@cache
def own_names() -> Mapping[str, str]:
    """The English names of Kith's own terms by their codes, in the same order."""
    return {line["code"]: line["name"] for line in own_lines()}


def own_codes() -> tuple[str, ...]:
    """The codes of Kith's own taxonomy, in the same order."""
    return tuple(own_names())


def _seed(name: str) -> Seed:
    taxonomy = Taxonomy(
        id=_taxonomy_id(name),
        **{field: _about(name)[field] for field in ("name", "description", "uri", "version")},
    )
    lines = _lines(name, "terms.csv")
    return Seed(
        taxonomy=taxonomy,
        terms=[_term(taxonomy, line, _about(name)["language"]) for line in lines],
        labels=[label for line in lines for label in _labels(term_id(taxonomy.id, line["code"]), line)],
        matches=[_match(taxonomy.id, line) for line in _lines(name, "matches.csv")],
    )


def _term(taxonomy: Taxonomy, line: Line, language: str) -> TaxonomyTerm:
    new_list, _, new_code = line.get("replaced_by", "").partition(":")
    return TaxonomyTerm(
        id=term_id(taxonomy.id, line["code"]),
        taxonomy_id=taxonomy.id,
        taxonomy_name=taxonomy.name,
        code=line["code"],
        name=line["name"],
        description=line.get("description", ""),
        parent_id=term_id(taxonomy.id, line["parent"]) if line["parent"] else None,
        language=language,
        version=taxonomy.version,
        replaced_by_id=term_id(_taxonomy_id(new_list), new_code) if new_code else None,
    )


def _labels(owner: UUID, line: Line) -> Iterator[TermLabel]:
    """From columns such as `name:ar` (what it is called) and `words:en` (what people also call it)."""
    for column, text in line.items():
        kind, _, language = column.partition(":")
        if language and text:
            is_synonym = kind == "words"
            for word in text.split("|") if is_synonym else (text,):
                mark = f"{language}:{word}" if is_synonym else language
                yield TermLabel(
                    id=uuid5(owner, mark),
                    term_id=owner,
                    language=language,
                    text=word,
                    is_synonym=is_synonym,
                )


def _match(taxonomy_id: UUID, line: Line) -> TermMatch:
    term, other = term_id(taxonomy_id, line["code"]), term_id(_taxonomy_id(line["taxonomy"]), line["other"])
    relation = TermRelation(line["relation"])
    return TermMatch(id=uuid5(term, str(other)), term_id=term, other_id=other, relation=relation)


def _taxonomy_id(name: str) -> UUID:
    return UUID(_about(name)["id"])


@cache
def _about(name: str) -> Line:
    return tomllib.loads((FOLDER / name / "taxonomy.toml").read_text(encoding="utf-8"))


def _lines(name: str, file_name: str) -> list[Line]:
    path = FOLDER / name / file_name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
