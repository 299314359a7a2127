"""HSDS objects about cost, papers, money, links and numbers of registers, read into records."""

from collections.abc import Iterable
from decimal import Decimal

from kith.directory.records import (
    CostRecord,
    DocumentRecord,
    FundingRecord,
    IdentifierRecord,
    ProgramRecord,
    UrlRecord,
)
from kith.exchange.hsds.digests import digest_of
from kith.exchange.hsds.from_parts import web
from kith.exchange.hsds.from_tags import attributes, metadata
from kith.exchange.hsds.parts import Part

MOST_MONEY = 10**9


def costs(parts: Iterable[Part]) -> tuple[CostRecord, ...]:
    """What it costs."""
    return tuple(
        CostRecord(
            key=part.key(),
            valid_from=part.day("valid_from"),
            valid_to=part.day("valid_to"),
            option=part.words("option"),
            currency=part.text("currency", most=20),
            amount=_amount(part),
            amount_description=part.words("amount_description"),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def _amount(part: Part) -> Decimal | None:
    amount = part.number("amount", least=0, most=MOST_MONEY)
    return None if amount is None else Decimal(str(amount))


def documents(parts: Iterable[Part]) -> tuple[DocumentRecord, ...]:
    """Papers that one has to bring."""
    return tuple(
        DocumentRecord(
            key=part.key(),
            document=part.words("document"),
            uri=web(part, "uri"),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def funding(parts: Iterable[Part]) -> tuple[FundingRecord, ...]:
    """Where the money comes from."""
    return tuple(
        FundingRecord(
            key=part.key(),
            source=part.words("source"),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def identifiers(parts: Iterable[Part]) -> tuple[IdentifierRecord, ...]:
    """Numbers in registers."""
    return tuple(
        IdentifierRecord(
            key=part.key(),
            identifier_scheme=part.text("identifier_scheme", most=100),
            identifier_type=part.needed("identifier_type", most=200),
            identifier=part.needed("identifier", most=200),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def urls(parts: Iterable[Part]) -> tuple[UrlRecord, ...]:
    """Further web addresses; one that is not of the web is left out."""
    read = (
        UrlRecord(
            key=part.key(),
            label=part.text("label", most=200),
            url=web(part, "url"),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )
    return tuple(one for one in read if one.url)


def programs(parts: Iterable[Part]) -> tuple[ProgramRecord, ...]:
    """Named sets of services."""
    return tuple(map(program, parts))


def program(part: Part) -> ProgramRecord:
    """One of them."""
    return ProgramRecord(
        key=part.key(),
        digest=digest_of(part.body),
        name=part.needed("name", most=300),
        alternate_name=part.text("alternate_name", most=300),
        description=part.words("description"),
        attributes=attributes(part),
        metadata=metadata(part),
    )
