"""What was a table or a column before HSDS 3.0 and has no table in 3.1."""

from collections.abc import Sequence

from kith.directory.records import Json
from kith.exchange.source_ids import SourceIds
from kith.exchange.tabular.store import Record
from kith.exchange.wording.language_words import language_fields

AGES = ("minimum_age", "maximum_age")


def with_eligibility(body: dict[str, Json], rules: Sequence[Record]) -> dict[str, Json]:
    """The service with its rows of `eligibility`: their words as lines, an age where they agree."""
    if not rules:
        return body
    told = body.get("eligibility_description", "")
    lines = [told, *(rule.cells.get("eligibility_description", "") for rule in rules)]
    words = "\n".join(dict.fromkeys(line for line in lines if isinstance(line, str) and line))
    new: dict[str, Json] = {**body, "eligibility_description": words} if words else dict(body)
    for age in AGES:
        found = {rule.cells[age] for rule in rules if age in rule.cells}
        if age not in body and len(found) == 1:
            (text,) = found
            new[age] = int(text) if text.isdecimal() else text
    return new


def languages_of_phone(phone: Record, ids: SourceIds) -> dict[str, Json]:
    """A phone named its languages in one cell, with commas."""
    languages: list[Json] = []
    for place, text in enumerate(filter(None, map(str.strip, phone.cells["language"].split(",")))):
        made = ids.of("language", f"phone:{phone.key('id')}:{place}")
        languages.append({"id": made, **language_fields(text)})
    return {"languages": languages} if languages else {}
