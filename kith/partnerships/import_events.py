"""What happened to spreadsheets of partners: counts only."""

from dataclasses import dataclass
from typing import ClassVar

from kith.core.events import DomainEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerImportBegun(DomainEvent):
    """The rows of a spreadsheet were kept, to be looked at."""

    kind: ClassVar[str] = "partnerships.partner_import_begun"
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnersTakenIn(DomainEvent):
    """A spreadsheet was taken in."""

    kind: ClassVar[str] = "partnerships.partners_taken_in"
    partners: int
    contacts: int
    agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerImportUndone(DomainEvent):
    """What a spreadsheet had made was taken back, as far as nobody had used it."""

    kind: ClassVar[str] = "partnerships.partner_import_undone"
    partners: int
    contacts: int
    agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipsExported(DomainEvent):
    """Somebody took away all that their organisation holds of its partnerships."""

    kind: ClassVar[str] = "partnerships.exported"
    contacts: int
    versions: int
