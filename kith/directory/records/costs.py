"""The HSDS records about cost, papers, money, links and numbers of registers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kith.directory.records.tags import Tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRecord(Tagged):
    """HSDS cost_option."""

    key: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    option: str = ""
    currency: str = ""
    amount: Decimal | None = None
    amount_description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord(Tagged):
    """HSDS required_document."""

    key: str = ""
    document: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRecord(Tagged):
    """HSDS funding."""

    key: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlRecord(Tagged):
    """HSDS url."""

    key: str = ""
    label: str = ""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierRecord(Tagged):
    """HSDS organization_identifier."""

    key: str = ""
    identifier_scheme: str = ""
    identifier_type: str
    identifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramRecord(Tagged):
    """HSDS program."""

    key: str
    digest: str
    name: str
    alternate_name: str = ""
    description: str = ""
