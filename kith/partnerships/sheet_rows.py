"""One row of a partners' spreadsheet, and how it is kept between the preview and the taking in."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from kith.directory.terms import OrganizationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPartner:
    """A partner, one person there and one agreement, as far as the row says. Rows count from 1."""

    row: int
    organization_name: str
    kind: OrganizationKind = OrganizationKind.COMMUNITY
    about: str = ""
    code_word: str = ""
    contact: str = ""
    contact_role: str = ""
    email: str = ""
    phone: str = ""
    language: str = "en"
    agreement: str = ""
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None
    they_answer: int | None = None
    we_answer: int | None = None
    faults: tuple[str, ...] = ()

    @property
    def can_be_used(self) -> bool:
        """False where something in the row cannot be read: it is left out, and the page says why."""
        return not self.faults


def written(rows: tuple[SheetPartner, ...]) -> str:
    """The rows as text, to be kept sealed."""
    return json.dumps([{name: _plain(value) for name, value in asdict(row).items()} for row in rows])


def read(text: str) -> tuple[SheetPartner, ...]:
    """The rows again, as they were."""
    found: list[Mapping[str, object]] = json.loads(text) if text else []
    return tuple(_row(item) for item in found)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _row(item: Mapping[str, object]) -> SheetPartner:
    faults = item.get("faults", [])
    return SheetPartner(
        row=int(str(item["row"])),
        organization_name=str(item["organization_name"]),
        kind=OrganizationKind(str(item["kind"])),
        about=str(item["about"]),
        code_word=str(item["code_word"]),
        contact=str(item["contact"]),
        contact_role=str(item["contact_role"]),
        email=str(item["email"]),
        phone=str(item["phone"]),
        language=str(item["language"]),
        agreement=str(item["agreement"]),
        purpose=str(item["purpose"]),
        starts_on=_day(item.get("starts_on")),
        ends_on=_day(item.get("ends_on")),
        review_on=_day(item.get("review_on")),
        they_answer=_number(item.get("they_answer")),
        we_answer=_number(item.get("we_answer")),
        faults=tuple(str(fault) for fault in faults) if isinstance(faults, list) else (),
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _number(value: object) -> int | None:
    return int(str(value)) if value is not None else None
