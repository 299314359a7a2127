"""What is wrong with one record, whoever made it: a file, an answer, or our own export."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from kith.directory.records import Json
from kith.exchange.hsds.validating.answers import row_validator_of, validator_of
from kith.exchange.hsds.validating.by_schema import schema_findings
from kith.exchange.hsds.validating.finding import Finding
from kith.exchange.hsds.validating.place import Place, places
from kith.exchange.hsds.validating.rules import (
    days,
    fields,
    hours,
    links,
    numbers,
    reaching,
    recurrence,
    texts,
)

Rule = Callable[[Place], Iterator[Finding]]

ANYWHERE: tuple[Rule, ...] = (
    fields.deprecated_fields,
    texts.empty_texts,
    texts.unclean_texts,
    reaching.mail_addresses,
    reaching.web_addresses,
    days.day_shapes,
    days.day_spans,
)
IN_NESTING: tuple[Rule, ...] = (fields.unknown_fields, links.against_the_nesting)

ON_VALUES: dict[str, tuple[Rule, ...]] = {
    "organization": (numbers.years, links.own_parents),
    "service": (numbers.ages,),
    "location": (numbers.points,),
    "address": (reaching.country_codes,),
    "phone": (reaching.phone_numbers,),
    "language": (reaching.language_codes, fields.says_nothing),
    "contact": (fields.says_nothing,),
    "accessibility": (fields.says_nothing,),
    "service_area": (fields.says_nothing,),
    "required_document": (fields.says_nothing,),
    "funding": (fields.says_nothing,),
    "cost_option": (numbers.money, fields.says_nothing),
    "service_capacity": (numbers.places_left,),
    "taxonomy_term": (reaching.language_codes, links.own_parents),
    "schedule": (
        hours.clock_shapes,
        hours.opening_spans,
        hours.timezones,
        recurrence.weekdays,
        recurrence.numbered_parts,
        recurrence.counts,
        recurrence.how_often,
        fields.says_nothing,
    ),
}
"""Rules for one kind of object, in a record and in a table."""

ON_NESTING: dict[str, tuple[Rule, ...]] = {
    "service": (links.belongs_nowhere,),
    "service_at_location": (links.belongs_nowhere,),
    "location": (links.finds_no_way,),
    "attribute": (links.tags_and_logs, links.tag_without_word),
    "metadata": (links.tags_and_logs,),
    "taxonomy_term": (links.term_without_taxonomy,),
}
"""Rules that look at what stands in, beside and around an object."""


def findings_of(body: dict[str, Json], name: str) -> list[Finding]:
    """All that is wrong with one record of the object `name`, by pointer.

    Two layers: the standard's own schema with its formats, then the strict rules. Only what the record itself
    shows; `WholeFile` looks across records and at the calendar.
    """
    found = [*schema_findings(validator_of(name), body)]
    for place in places(body, name):
        found += [finding for rule in _rules_of(place.of.name) for finding in rule(place)]
    return once(found)


def findings_of_row(row: dict[str, Json], name: str) -> list[Finding]:
    """All that is wrong with one row of the table of the object `name`."""
    validator = row_validator_of(name)
    place = next(places(row, name))
    return once(
        [
            *schema_findings(validator, row),
            *(finding for rule in _row_rules_of(name) for finding in rule(place)),
        ]
    )


@cache
def _rules_of(name: str) -> tuple[Rule, ...]:
    return (*IN_NESTING, *ON_NESTING.get(name, ()), *_row_rules_of(name))


@cache
def _row_rules_of(name: str) -> tuple[Rule, ...]:
    return (*ANYWHERE, *ON_VALUES.get(name, ()))


def once(found: Iterable[Finding]) -> list[Finding]:
    """Each kind of finding once at each pointer, the first of them: both layers see some faults."""
    kept = {(finding.kind, finding.pointer): finding for finding in reversed(list(found))}
    return sorted(kept.values(), key=lambda finding: (finding.pointer, finding.kind))
