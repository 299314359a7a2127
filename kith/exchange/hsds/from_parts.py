"""HSDS objects that say how to reach a service, when and in which language, read into records."""

from collections.abc import Iterable
from datetime import time
from enum import StrEnum

from kith.core.opening_times import is_believable_night
from kith.directory.phone_numbers import dialled
from kith.directory.records import (
    AccessibilityRecord,
    AddressRecord,
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
)
from kith.directory.terms import LocationType
from kith.exchange.hsds.from_tags import attributes, metadata
from kith.exchange.hsds.parts import Part

WALL = 5


class Frequency(StrEnum):
    """HSDS: schedule.freq."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    NOT_SAID = ""


def schedules(parts: Iterable[Part]) -> tuple[ScheduleRecord, ...]:
    """Opening hours. One that closes at or before it opens and is no night is doubtful: kept as words."""
    return tuple(map(_schedule, parts))


def _schedule(part: Part) -> ScheduleRecord:
    opens, closes = part.clock_time("opens_at"), part.clock_time("closes_at")
    return ScheduleRecord(
        key=part.key(),
        valid_from=part.day("valid_from"),
        valid_to=part.day("valid_to"),
        dtstart=part.day("dtstart"),
        timezone=part.number("timezone", least=-14, most=14),
        until=part.day("until"),
        count=part.whole("count", least=0, most=100_000),
        freq=part.choice("freq", Frequency, Frequency.NOT_SAID),
        interval=part.whole("interval", least=1, most=1000),
        wkst=part.text("wkst", most=2),
        byday=part.text("byday", most=60),
        byweekno=part.text("byweekno", most=300),
        bymonthday=part.text("bymonthday", most=100),
        byyearday=part.text("byyearday", most=2000),
        opens_at=opens,
        closes_at=closes,
        description=part.words("description"),
        schedule_link=web(part, "schedule_link"),
        attending_type=part.words("attending_type"),
        notes=part.words("notes"),
        is_doubtful=_is_doubtful(opens[:WALL], closes[:WALL]),
        attributes=attributes(part),
        metadata=metadata(part),
    )


def _is_doubtful(opens: str, closes: str) -> bool:
    if not opens or not closes or closes > opens:
        return False
    return not is_believable_night(time.fromisoformat(opens), time.fromisoformat(closes))


def phones(parts: Iterable[Part]) -> tuple[PhoneRecord, ...]:
    """Telephone numbers; where no number stands in the field, its words are kept and nothing is dialled."""
    return tuple(map(_phone, parts))


def _phone(part: Part) -> PhoneRecord:
    number = part.needed("number", most=200)
    extension = part.text("extension", most=40) if isinstance(part.body.get("extension"), str) else ""
    whole = part.whole("extension", least=0, most=10**9) if not extension else None
    return PhoneRecord(
        key=part.key(),
        number=number,
        extension=extension or ("" if whole is None else str(whole)),
        type=part.text("type", most=40),
        description=part.words("description"),
        is_dialable=bool(dialled(number)),
        languages=languages(part.each("languages")),
        attributes=attributes(part),
        metadata=metadata(part),
    )


def languages(parts: Iterable[Part]) -> tuple[LanguageRecord, ...]:
    """Languages; without a code the name stays."""
    return tuple(
        LanguageRecord(
            key=part.key(),
            code=part.text("code", most=35).replace("_", "-"),
            name=part.text("name", most=100),
            note=part.words("note"),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def contacts(parts: Iterable[Part]) -> tuple[ContactRecord, ...]:
    """Published contacts."""
    return tuple(
        ContactRecord(
            key=part.key(),
            name=part.text("name", most=200),
            title=part.text("title", most=200),
            department=part.text("department", most=200),
            email=part.text("email", most=254),
            phones=phones(part.each("phones")),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def areas(parts: Iterable[Part]) -> tuple[AreaRecord, ...]:
    """Service areas, in the source's words."""
    return tuple(
        AreaRecord(
            key=part.key(),
            name=part.text("name", most=300),
            description=part.words("description"),
            extent=part.text("extent"),
            extent_type=part.text("extent_type", most=40),
            uri=part.text("uri", most=1000),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def accessibility(parts: Iterable[Part]) -> tuple[AccessibilityRecord, ...]:
    """How one gets in and about."""
    return tuple(
        AccessibilityRecord(
            key=part.key(),
            description=part.words("description"),
            details=part.words("details"),
            url=web(part, "url"),
            attributes=attributes(part),
            metadata=metadata(part),
        )
        for part in parts
    )


def addresses(parts: Iterable[Part]) -> tuple[AddressRecord, ...]:
    """Postal and street addresses."""
    return tuple(map(_address, parts))


def _address(part: Part) -> AddressRecord:
    return AddressRecord(
        key=part.key(),
        address_1=part.needed("address_1", most=300),
        address_2=part.text("address_2", most=300),
        attention=part.text("attention", most=300),
        city=part.text("city", most=150),
        region=part.text("region", most=150),
        state_province=part.text("state_province", most=100),
        postal_code=part.text("postal_code", most=40),
        country=part.text("country", most=2).upper(),
        address_type=part.choice("address_type", LocationType, LocationType.PHYSICAL),
        attributes=attributes(part),
        metadata=metadata(part),
    )


def web(part: Part, name: str) -> str:
    """A web address that is safe to link to: http or https, else empty. A bare `www.` gets its scheme."""
    address = part.text(name, most=1000).strip()
    if address.startswith("www."):
        address = f"https://{address}"
    return address if address.lower().startswith(("https://", "http://")) else ""
