"""The sheets from which two judges grade: the text of the listings, in an order that tells nothing."""

import json
import random
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bench.judged import JUDGES, Query, queries
from bench.listings import REAL

QUERIES_A_SHEET = 8
LONGEST_TEXT = 300
DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
HOW_TO = """\
# Sheet {number} for judge {judge}

Each question is what somebody typed into the search of a directory, and what that person wants. Grade each
listing below it by how well it answers **what the person wants**, from the text alone:

* 3: just what is asked: the right kind of help, where the person can use it
* 2: helps: near enough in kind or place to be worth a call
* 1: touches it: has something to do with it, but would hardly help
* 0: not

A place that was named matters: the same town, or up to about 15 km, is right; up to about 50 km helps at
most; farther away touches it at most. No distance is shown where no place was named or the listing's is not
known. If the person looks for one organisation by name, its own listings are a 3; others of the kind are a 1
at most. Judge every listing by itself. Days and hours are as the listing gives them; where they are missing,
they are not known. A name in another language is as good as one in English. Use nothing but this sheet.

Write a CSV file with the heading `query_id,service_id,grade` and one line for every listing on the sheet; the
eight signs before each name are its `service_id`.
"""
MARKUP = re.compile(r"<[^>]*>")
Record = dict[str, object]


def write_sheets(
    folder: Path,
    pool: Collection[tuple[str, str]],
    topics: Mapping[str, str],
    away: Mapping[str, Mapping[str, float | None]],
) -> None:
    """One folder a judge, one sheet for eight queries; each judge sees the listings in another order."""
    records = {str(one["id"]): one for one in _records()}
    asked = [query for query in queries() if any(query.id == one for one, _ in pool)]
    for judge in JUDGES:
        chance = random.Random(f"sheets of {judge}")
        (folder / judge).mkdir(parents=True, exist_ok=True)
        for first in range(0, len(asked), QUERIES_A_SHEET):
            number = first // QUERIES_A_SHEET + 1
            lines = [HOW_TO.format(number=number, judge=judge)]
            for query in asked[first : first + QUERIES_A_SHEET]:
                ids = sorted(one for asked_id, one in pool if asked_id == query.id)
                chance.shuffle(ids)
                lines.append(_heading(query))
                lines += [
                    "\n".join(_listing(records[one], topics.get(one, ""), away.get(query.place, {})))
                    for one in ids
                ]
            (folder / judge / f"sheet-{number:02}.md").write_text("\n\n".join(lines) + "\n", "utf-8")


def _records() -> Iterator[Record]:
    with REAL.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _heading(query: Query) -> str:
    near = f', in the field for the place: "{query.near}"' if query.near else ""
    return f'## {query.id}: "{query.words}"{near}\n\n**Wants:** {query.intent}'


def _listing(record: Record, topics: str, away: Mapping[str, float | None]) -> Iterator[str]:
    one = str(record["id"])
    yield f"- `{one[:8]}` **{record['name']}**"
    km = away.get(one)
    yield f"  - place: {_towns(record) or 'not given'}" + (f" ({km:.0f} km away)" if km is not None else "")
    yield f"  - organisation: {_of(record, 'organization', 'name')}"
    yield f"  - text: {_short(str(record.get('description') or 'none'))}"
    if record.get("eligibility_description"):
        yield f"  - for whom: {_short(str(record['eligibility_description']))}"
    yield f"  - tags: {_tags(record) or 'none'}; topics: {topics or 'none'}"
    yield f"  - open: {_hours(record) or 'not known'}"


def _of(record: Record, part: str, name: str) -> str:
    inside = record.get(part)
    return str(inside.get(name) or "") if isinstance(inside, dict) else ""


def _rows(record: Record, part: str) -> list[dict[str, object]]:
    rows = record.get(part)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _towns(record: Record) -> str:
    places = [link["location"] for link in _rows(record, "service_at_locations")]
    addresses = [row for one in places if isinstance(one, dict) for row in _rows(one, "addresses")]
    parts = ("city", "state_province", "postal_code")
    return "; ".join(" ".join(str(row[part]) for part in parts if row.get(part)) for row in addresses)


def _tags(record: Record) -> str:
    return ", ".join(str(row.get("label") or "") for row in _rows(record, "attributes"))


def _hours(record: Record) -> str:
    said = []
    for row in _rows(record, "schedules"):
        days = [DAYS.get(day, day) for day in str(row.get("byday") or "").split(",") if day]
        times = f"{row.get('opens_at') or '?'}-{row.get('closes_at') or '?'}" if row.get("opens_at") else ""
        said.append(" ".join([*days, times, _short(str(row.get("description") or ""))]).strip())
    return _short("; ".join(one for one in said if one))


def _short(text: str) -> str:
    words = " ".join(MARKUP.sub(" ", text).split())
    return words if len(words) <= LONGEST_TEXT else words[:LONGEST_TEXT].rstrip() + "…"
