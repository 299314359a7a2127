"""Ohana's hours as HSDS schedules."""

from collections.abc import Iterator

from kith.directory.records import Json
from kith.exchange.ohana.fields import Body, clock, kept, objects
from kith.exchange.source_ids import SourceIds
from kith.exchange.wording.weekdays import weekday_code

EVERY_YEAR = "0001"


def schedules(body: Body, owner: str, ids: SourceIds) -> list[Json]:
    """Regular hours, holidays in words, and the hours that stand in one text."""
    found = [*_regular(body), *_holidays(body)]
    if isinstance(body.get("hours"), str) and body["hours"]:
        found.append({"description": body["hours"]})
    return [{"id": ids.of("schedule", f"{owner}:{place}"), **one} for place, one in enumerate(found)]


def _regular(body: Body) -> Iterator[Body]:
    for one in objects(body.get("regular_schedules")):
        day = weekday_code(str(one.get("weekday", "")))
        hours = {"opens_at": clock(one.get("opens_at")), "closes_at": clock(one.get("closes_at"))}
        if day:
            yield kept({"freq": "WEEKLY", "byday": day, **hours})
        else:
            yield kept({"description": f"weekday {one.get('weekday')}", **hours})


def _holidays(body: Body) -> Iterator[Body]:
    """HSDS 3.1 has no field for closed days: they are words. A day of the year 1 is meant for every year."""
    for one in objects(body.get("holiday_schedules")):
        first, last = str(one.get("start_date") or ""), str(one.get("end_date") or "")
        days = first if first == last or not last else f"{first} – {last}"
        is_yearly = EVERY_YEAR in {first[:4], last[:4]}
        span = {} if is_yearly else {"valid_from": first, "valid_to": last}
        if one.get("closed") is True:
            yield kept({**span, "description": f"Closed {days}".replace(f"{EVERY_YEAR}-", "")})
            continue
        hours = {"opens_at": clock(one.get("opens_at")), "closes_at": clock(one.get("closes_at"))}
        yield kept({**span, **hours, "description": f"Other hours {days}".replace(f"{EVERY_YEAR}-", "")})
