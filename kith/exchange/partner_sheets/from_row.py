"""A row of a partners' spreadsheet as a partner, with a sentence for what cannot be read. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from kith.directory.terms import OrganizationKind
from kith.exchange.partner_sheets.columns import COLUMNS
from kith.exchange.spreadsheets.sheet import Cell, text_of
from kith.exchange.wording.language_words import language_fields
from kith.partnerships.sheet_rows import SheetPartner
from kith.partnerships.wording import LONGEST_PROMISE_DAYS, LONGEST_TITLE

KIND_WORDS: Mapping[str, OrganizationKind] = {
    "mosque": OrganizationKind.FAITH,
    "church": OrganizationKind.FAITH,
    "temple": OrganizationKind.FAITH,
    "law": OrganizationKind.LEGAL,
    "legal aid": OrganizationKind.LEGAL,
    "clinic": OrganizationKind.HEALTH,
    "health centre": OrganizationKind.HEALTH,
    "health center": OrganizationKind.HEALTH,
    "police": OrganizationKind.POLICE_CRISIS,
    "crisis": OrganizationKind.POLICE_CRISIS,
    "council": OrganizationKind.PUBLIC_HEALTH,
    "employment": OrganizationKind.EMPLOYMENT,
    "work": OrganizationKind.EMPLOYMENT,
}
DAY_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y")
"""Only forms that cannot mean two days: 03/04/2026 is refused."""


class _Reading:
    """The cells of one row by field, and the faults found on the way."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self.cells = cells
        self.faults: list[str] = []

    def words(self, field: str, longest: int = 500) -> str:
        found = text_of(self.cells[field]) if field in self.cells else ""
        if len(found) > longest:
            self._fault(field, _("is longer than %(most)s letters.") % {"most": longest})
        return found[:longest]

    def day(self, field: str) -> date | None:
        cell = self.cells.get(field)
        if isinstance(cell, datetime):
            return cell.date()
        if cell is None or isinstance(cell, date):
            return cell
        found = _day(text_of(cell))
        if found is None:
            self._fault(field, _("is no clear day. Please write it as 2026-05-31."))
        return found

    def days_count(self, field: str) -> int | None:
        text = self.words(field)
        if not text:
            return None
        if not text.isdecimal() or not 1 <= int(text) <= LONGEST_PROMISE_DAYS:
            self._fault(field, _("must be a whole number of days from 1 to 60."))
            return None
        return int(text)

    def kind(self) -> OrganizationKind:
        text = self.words("kind").lower()
        code = text.replace(" ", "_").replace("-", "_")
        if code in set(OrganizationKind):
            return OrganizationKind(code)
        if text and text not in KIND_WORDS:
            kinds = ", ".join(kind.value.replace("_", " ") for kind in OrganizationKind)
            self._fault("kind", _("is none of these: %(kinds)s.") % {"kinds": kinds})
        return KIND_WORDS.get(text, OrganizationKind.COMMUNITY)

    def language(self) -> str:
        text = self.words("language")
        code = language_fields(text).get("code") if text else "en"
        if not isinstance(code, str) or not code:
            self._fault("language", _("is no language that we know."))
            return "en"
        return code

    def email(self) -> str:
        text = self.words("email", 254)
        try:
            if text:
                validate_email(text)
        except ValidationError:
            self._fault("email", _("is no mail address."))
        return text

    def _fault(self, field: str, why: str) -> None:
        self.faults.append(f"{COLUMNS[field][0]}: {why}")

    def miss(self, field: str, why: str) -> None:
        """Something that another cell makes necessary is not there."""
        self._fault(field, why)


def from_row(number: int, cells: Mapping[str, Cell], *, code_word: str) -> SheetPartner:
    """The partner in these cells (by field). `code_word` is for a row that has none."""
    reading = _Reading(cells)
    row = SheetPartner(
        row=number,
        organization_name=reading.words("organization_name", 200),
        kind=reading.kind(),
        about=reading.words("about", 5000),
        code_word=reading.words("code_word", 40) or code_word,
        contact=reading.words("contact", 120),
        contact_role=reading.words("contact_role", 120),
        email=reading.email(),
        phone=reading.words("phone", 40),
        language=reading.language(),
        agreement=reading.words("agreement", LONGEST_TITLE),
        purpose=reading.words("purpose", 5000),
        starts_on=reading.day("starts_on"),
        ends_on=reading.day("ends_on"),
        review_on=reading.day("review_on"),
        they_answer=reading.days_count("they_answer"),
        we_answer=reading.days_count("we_answer"),
    )
    _check(row, reading)
    return _with_faults(row, reading.faults)


def _check(row: SheetPartner, reading: _Reading) -> None:
    if not row.organization_name:
        reading.miss("organization_name", _("is empty."))
    if row.contact and not row.contact_role:
        reading.miss("contact_role", _("is empty. What does this person do there?"))
    if row.contact and not row.email and not any(sign.isdigit() for sign in row.phone):
        reading.miss("phone", _("is empty, and so is the mail address."))
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        reading.miss("ends_on", _("is before the first day."))
    if row.review_on and not (row.starts_on or row.review_on) <= row.review_on <= (row.ends_on or date.max):
        reading.miss("review_on", _("is outside the first and the last day."))


def _with_faults(row: SheetPartner, faults: list[str]) -> SheetPartner:
    return replace(row, faults=tuple(faults)) if faults else row


def _day(text: str) -> date | None:
    for form in DAY_FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None
