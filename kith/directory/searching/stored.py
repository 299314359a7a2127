"""A service's document as text and back: what changes with the day is worked out when it is read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.directory.searching.quality import Trust
from kith.matching.documents import Document, Site, Week

Json = str | int | float | bool | None | Sequence["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class ToldOfService:
    """A document without its places and quality, and what the quality is worked out from."""

    document: Document
    trust: Trust


def to_text(told: ToldOfService) -> str:
    """As the record keeps it. Equal weeks of several places stand there once."""
    one = told.document
    weeks = list(dict.fromkeys(site.week for site in one.sites if site.week))
    kept = {
        "words": dict(one.words),
        "codes": one.codes,
        "languages": one.languages,
        "facts": one.facts,
        "ages": [one.minimum_age, one.maximum_age],
        "paused": one.is_paused,
        "weeks": [_week_out(week) for week in weeks],
        "sites": [
            [site.latitude, site.longitude, weeks.index(site.week) if site.week else None, site.facts]
            for site in one.sites
        ],
        "areas": one.areas,
        "week": _week_out(one.week) if one.week else None,
        "trust": [
            told.trust.completeness,
            _day_out(told.trust.confirmed_on),
            _day_out(told.trust.assured_on),
        ],
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_text(service_id: UUID, text: str, *, places: int, today: date) -> Document:
    """The document as it is on that day."""
    kept = json.loads(text)
    weeks = [_week_in(week) for week in kept["weeks"]]
    youngest, oldest = kept["ages"]
    share, confirmed, assured = kept["trust"]
    trust = Trust(share, _day_in(confirmed), _day_in(assured))
    return Document(
        id=service_id,
        words=tuple(kept["words"].items()),
        codes=tuple(kept["codes"]),
        languages=tuple(kept["languages"]),
        facts=tuple(kept["facts"]),
        minimum_age=youngest,
        maximum_age=oldest,
        places=places,
        is_paused=kept["paused"],
        quality=trust.on(today),
        sites=tuple(
            Site(up, across, None if week is None else weeks[week], tuple(facts))
            for up, across, week, facts in kept["sites"]
        ),
        areas=tuple(kept["areas"]),
        week=_week_in(kept["week"]) if kept["week"] else None,
    )


def _week_out(week: Week) -> list[Json]:
    closed = [day.isoformat() for day in week.closed_on]
    return [week.zone, [list(one) for one in week.ranges], closed, week.is_exact]


def _week_in(kept: tuple[str, list[tuple[int, int]], list[str], bool]) -> Week:
    zone, ranges, closed, is_exact = kept
    days = tuple(date.fromisoformat(day) for day in closed)
    return Week(zone, tuple((first, last) for first, last in ranges), days, is_exact)


def _day_out(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_in(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
