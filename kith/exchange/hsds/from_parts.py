"""HSDS objects that hang on others, read into records."""

from collections.abc import Iterable
from enum import StrEnum

from kith.directory.phone_numbers import dialled
from kith.directory.records import (
    AreaRecord,
    ContactRecord,
    LanguageRecord,
    PhoneRecord,
    ScheduleRecord,
    UrlRecord,
)
from kith.exchange.hsds.parts import Part


class Frequency(StrEnum):
    """HSDS: schedule.freq."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    NOT_SAID = ""


def schedules(parts: Iterable[Part]) -> tuple[ScheduleRecord, ...]:
    """Opening hours. One that closes at or before it opens is doubtful: kept as words."""
    return tuple(map(_schedule, parts))


def _schedule(part: Part) -> ScheduleRecord:
    opens, closes = part.clock_time("opens_at"), part.clock_time("closes_at")
    return ScheduleRecord(
        key=part.key(),
        valid_from=part.day("valid_from"),
        valid_to=part.day("valid_to"),
        freq=part.choice("freq", Frequency, Frequency.NOT_SAID),
        interval=part.whole("interval", least=1, most=1000),
        wkst=part.text("wkst", most=2),
        byday=part.text("byday", most=60),
        bymonthday=part.text("bymonthday", most=100),
        opens_at=opens,
        closes_at=closes,
        description=part.words("description"),
        notes=part.words("notes"),
        is_doubtful=bool(opens and closes and closes <= opens),
    )


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
    )


def languages(parts: Iterable[Part]) -> tuple[LanguageRecord, ...]:
    """Languages; without a code the name stays."""
    return tuple(
        LanguageRecord(
            key=part.key(),
            code=part.text("code", most=35).replace("_", "-"),
            name=part.text("name", most=100),
            note=part.words("note"),
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
        )
        for part in parts
    )


def urls(parts: Iterable[Part]) -> tuple[UrlRecord, ...]:
    """Further web addresses; one that is not of the web is left out."""
    read = (
        UrlRecord(key=part.key(), label=part.text("label", most=200), url=web(part, "url")) for part in parts
    )
    return tuple(one for one in read if one.url)


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
        )
        for part in parts
    )


def web(part: Part, name: str) -> str:
    """A web address that is safe to link to: http or https, else empty. A bare `www.` gets its scheme."""
    address = part.text(name, most=1000)
    if address.startswith("www."):
        address = f"https://{address}"
    return address if address.lower().startswith(("https://", "http://")) else ""
