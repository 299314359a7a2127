"""What a service of the town says besides its name, read from its table."""

from datetime import date
from uuid import UUID

from kith.cli.demo_town.files import WEEKDAYS, Entry
from kith.cli.demo_town.town import Town
from kith.core.errors import BadInput
from kith.directory.records import (
    AddressRecord,
    AttributeRecord,
    LocationRecord,
    PhoneRecord,
    PlaceRecord,
    ScheduleRecord,
    ServiceDetails,
)
from kith.directory.seeds.ids import own_term_id, term_id
from kith.directory.seeds.reading import own_names

DAY_CODES = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
OPEN_ELIGIBILITY = UUID("6d2cb1a2-6c39-5b3a-9a66-6f0e5d7b2f02")
Point = tuple[str, float | None, float | None]


def point_in(files: Entry, area: str) -> Point:
    """A part of town and the point that stands for it."""
    point = files.entry("areas").fields[area]
    latitude, longitude = point if isinstance(point, list) else (None, None)
    return (
        area,
        latitude if isinstance(latitude, float) else None,
        longitude if isinstance(longitude, float) else None,
    )


def details_of(town: Town, entry: Entry, phone: str, point: Point) -> ServiceDetails:
    """Phone, hours, ages, terms and the place."""
    shows_places = entry.flag("shows_places", default=True)
    return ServiceDetails(
        fees_description=entry.text("cost"),
        papers=entry.text("papers", ""),
        timezone=town.timezone,
        minimum_age=entry.number("minimum_age"),
        maximum_age=entry.number("maximum_age"),
        shows_places=shows_places,
        phones=(PhoneRecord(number=phone, type="voice"),),
        schedules=_schedules(town, entry),
        attributes=(
            *map(_fact, entry.texts("facts")),
            *map(_term, entry.texts("open_eligibility")),
        ),
        places=(_place(town, point, is_hidden=entry.flag("is_confidential", default=not shows_places)),),
    )


def _place(town: Town, point: Point, *, is_hidden: bool) -> PlaceRecord:
    area, latitude, longitude = point
    return PlaceRecord(
        location=LocationRecord(
            name=area,
            latitude=latitude,
            longitude=longitude,
            timezone=town.timezone,
            is_confidential=is_hidden,
            addresses=(AddressRecord(address_1=f"1 {area} Street", city=area, country="US"),),
        )
    )


def _fact(code: str) -> AttributeRecord:
    """A fact of Kith's own taxonomy, as `tag_service` writes it."""
    return AttributeRecord(
        link_type=code.partition("-")[0],
        link_entity="service",
        label=own_names()[code],
        term_key=str(own_term_id(code)),
    )


def _term(line: str) -> AttributeRecord:
    """A term of Open Eligibility, from its number and its name."""
    code, _, name = line.partition(" ")
    return AttributeRecord(
        link_type="open-eligibility",
        link_entity="service",
        label=name,
        term_key=str(term_id(OPEN_ELIGIBILITY, code)),
    )


def _schedules(town: Town, entry: Entry) -> tuple[ScheduleRecord, ...]:
    """One for each line such as `mon-fri 09:00-17:00`, and one for words about exceptions."""
    opens, closes = _season(town, entry.texts("season"))
    hours = tuple(_hours(line, opens, closes) for line in entry.texts("hours"))
    words = entry.text("except", "")
    return (*hours, ScheduleRecord(description=words)) if words else hours


def _hours(line: str, valid_from: date | None, valid_to: date | None) -> ScheduleRecord:
    days, span = line.split(" ")
    opens, closes = span.split("-")
    return ScheduleRecord(
        freq="WEEKLY",
        byday=",".join(DAY_CODES[day] for part in days.split(",") for day in _days(part)),
        opens_at=opens,
        closes_at=closes,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _days(part: str) -> tuple[str, ...]:
    first, _, last = part.partition("-")
    return WEEKDAYS[WEEKDAYS.index(first) : WEEKDAYS.index(last or first) + 1]


def _season(town: Town, ends: list[str]) -> tuple[date | None, date | None]:
    """The season that is now or comes next, from its first and last day of the year."""
    if not ends:
        return None, None
    today = town.moment(0).date()
    for year in (today.year - 1, today.year, today.year + 1):
        first = _day_of(year, ends[0])
        last = _day_of(year if ends[0] < ends[1] else year + 1, ends[1])
        if last >= today:
            return first, last
    raise BadInput(f"The demo files hold a season that never comes: {ends}.")


def _day_of(year: int, day: str) -> date:
    return date.fromisoformat(f"{year}-{day}")
