"""One row of a table, whatever its version, as a row of HSDS 3.1. Pure."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from kith.exchange.hsds.cells import usual_text
from kith.exchange.hsds.errors import RecordNotTaken
from kith.exchange.tabular.tables import Table
from kith.exchange.wording.language_words import language_fields
from kith.exchange.wording.weekdays import CODES, weekday_code

Cells = dict[str, str]
YES = frozenset({"true", "1", "yes", "y", "t"})
EVERY_YEAR = "0001"
LATER_LINES = ("address_3", "address_4")


def translated(table: Table, cells: Mapping[str, str], *, is_old: bool, starts_at_0: bool) -> Cells:
    """The cells by the columns of HSDS 3.1. Unknown columns stay. Raises RecordNotTaken.

    `is_old`: the package is older than 3.0. `starts_at_0`: weekdays are numbered from 0 in this table, which
    may mean Sunday or Monday.
    """
    new = _renamed(table, cells)
    if is_old:
        new = {column: text.replace("\\r", "").replace("\\n", "\n") for column, text in new.items()}
    new = {**table.older.fixed, **new}
    if table.name == "regular_schedule":
        new["byday"] = _weekday(new.get("byday", ""), starts_at_0=starts_at_0)
    if table.name == "holiday_schedule":
        new = _holiday(new)
    if table.of == "language" and "code" not in new:
        new = {**new, **_language(new)}
    if is_old:
        new = _older_details(table.of, new)
    return {column: usual_text(table.of, column, text) for column, text in new.items()}


def _renamed(table: Table, cells: Mapping[str, str]) -> Cells:
    """Columns under their new names; where the new one is there too, it wins."""
    names = table.older.renamed
    older = {names[column]: text for column, text in cells.items() if column in names}
    return {**older, **{column: text for column, text in cells.items() if column not in names}}


def _weekday(text: str, *, starts_at_0: bool) -> str:
    code = "" if starts_at_0 and text.isdecimal() else weekday_code(text)
    if not code:
        raise RecordNotTaken(
            _("“%(value)s” names no certain weekday: use Monday, or 1 for it.") % {"value": text[:40]}
        )
    return code


def _holiday(cells: Cells) -> Cells:
    """Closed days are words: HSDS 3.1 has no field for them. A day of the year 1 is meant for every year."""
    is_closed = cells.get("closed", "").lower() in YES
    first, last = cells.get("valid_from", ""), cells.get("valid_to", "")
    days = first if first == last or not last else f"{first} – {last}"
    kept = {column: text for column, text in cells.items() if column != "closed"}
    if is_closed:
        kept = {column: text for column, text in kept.items() if column not in {"opens_at", "closes_at"}}
    if EVERY_YEAR in {first[:4], last[:4]}:
        days = days.replace(f"{EVERY_YEAR}-", "")
        kept = {column: text for column, text in kept.items() if column not in {"valid_from", "valid_to"}}
    words = f"Closed {days}" if is_closed else f"Other hours {days}"
    return {**kept, "description": kept.get("description", "") or words.strip()}


def _language(cells: Cells) -> Cells:
    found = language_fields(cells.get("name", ""))
    fields = {column: text for column, text in found.items() if isinstance(text, str)}
    if "note" in cells and "note" in fields:
        fields["note"] = f"{fields['note']}. {cells['note']}"
    return fields


def _older_details(of: str, cells: Cells) -> Cells:
    if of == "address":
        lines = [cells.get("address_2", ""), *(cells.get(column, "") for column in LATER_LINES)]
        return {**cells, **_if_any("address_2", ", ".join(filter(None, lines)))}
    if of == "phone":
        words = (cells.get("department", ""), cells.get("description", ""))
        return {**cells, **_if_any("description", ". ".join(filter(None, words)))}
    if of == "taxonomy_term" and "taxonomy" in cells:
        return {"taxonomy_id": cells["taxonomy"], **cells}
    if cells.get("freq", "").upper() == "DAILY":
        return {**cells, "freq": "WEEKLY", "byday": cells.get("byday", "") or ",".join(CODES)}
    return cells


def _if_any(column: str, text: str) -> Cells:
    return {column: text} if text else {}
