"""What was asked for on *Find help*, as it was sent: words, place, wishes, order, page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.http import QueryDict

from kith.core import clock
from kith.directory.narrowing import NEAR_KM, ListOrder, Narrowing
from kith.directory.terms import Topic, is_sensitive
from kith.web.directory.facet_codes import ASKED_FOR, SENSITIVE_FACTS, is_language

LONGEST_WORDS, LONGEST_NEAR, LAST_PAGE = 100, 60, 100_000
RADII = (2, 5, 10, 25, 50)
MOST_CHOICES, OLDEST = 40, 120
NOON = time(12)
LAST_HOUR = 23
CodeT = TypeVar("CodeT", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked. Anything that cannot be used is left out: a search never ends in an error.

    `day` is a weekday, Monday 0, together with `hour`: open then. `is_cut`: only the first words were used.
    """

    words: str = ""
    near: str = ""
    km: int = int(NEAR_KM)
    is_afar: bool = False
    topics: tuple[Topic, ...] = ()
    languages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    age: int | None = None
    is_open_now: bool = False
    day: int | None = None
    hour: int = NOON.hour
    has_places: bool = False
    order: ListOrder = ListOrder.BEST
    page: int = 1
    is_all: bool = False
    is_cut: bool = False

    @property
    def is_narrowed(self) -> bool:
        """True where a wish narrows the list beyond words and place."""
        wishes = (self.topics, self.languages, self.facts, self.age is not None, self.day is not None)
        return any((*wishes, self.is_open_now, self.has_places, self.is_afar))

    @property
    def is_empty(self) -> bool:
        """True before anything was asked."""
        return not (self.words or self.near or self.is_all or self.is_narrowed)

    def narrowing(self, timezone: str) -> Narrowing:
        """The wishes as the search takes them; days and hours are those of `timezone`."""
        return Narrowing(
            km=self.km,
            is_from_afar=self.is_afar,
            age=self.age,
            open_at=self._open_at(timezone),
            has_places=self.has_places,
            order=self.order,
            is_counted=True,
        )

    def _open_at(self, timezone: str) -> datetime | None:
        if self.day is None:
            return clock.now() if self.is_open_now else None
        here = clock.now().astimezone(ZoneInfo(timezone))
        then = datetime.combine(here.date(), time(self.hour), tzinfo=here.tzinfo)
        then += timedelta(days=(self.day - here.weekday()) % 7)
        return then if then >= here - timedelta(hours=1) else then + timedelta(days=7)


def hour_of(asked: Asked) -> time:
    """The hour of the day that was asked for."""
    return time(asked.hour)


def asked_in(fields: QueryDict) -> Asked:
    """The search as sent, without what a press of a button took away."""
    words, near = _text(fields, "words"), _text(fields, "near")
    asked = Asked(
        words=words[:LONGEST_WORDS].strip(),
        near=(_text(fields, "instead") or near)[:LONGEST_NEAR].strip(),
        km=_number(fields, "km", among=RADII) or int(NEAR_KM),
        is_afar="afar" in fields,
        topics=_codes(fields, "topic", Topic),
        languages=_chosen(fields, "language", is_language),
        facts=tuple(code for code in ASKED_FOR if code in fields.getlist("fact")),
        age=_number(fields, "age", among=range(OLDEST + 1)),
        is_open_now=fields.get("open") == "now",
        day=_number(fields, "day", among=range(7)),
        hour=_hour(fields),
        has_places="places" in fields,
        order=next(iter(_codes(fields, "sort", ListOrder)), ListOrder.BEST),
        page=_number(fields, "page", among=range(1, LAST_PAGE)) or 1,
        is_all="all" in fields,
        is_cut=len(words) > LONGEST_WORDS,
    )
    only = _codes(fields, "only", Topic)
    if only:
        asked = replace(asked, words="", topics=only)
    for taken in fields.getlist("without")[:MOST_CHOICES]:
        asked = without(asked, taken)
    return asked


def for_an_address(asked: Asked) -> Asked:
    """The search without its words and without what is sensitive: those never stand in an address."""
    return replace(
        asked,
        words="",
        topics=tuple(topic for topic in asked.topics if not is_sensitive([topic])),
        facts=tuple(code for code in asked.facts if code not in SENSITIVE_FACTS),
        is_cut=False,
    )


def without(asked: Asked, taken: str) -> Asked:
    """The search without one wish, or all of one kind: `words`, `fact`, `fact:papers-none`, `filters`."""
    kind, _, code = taken.partition(":")
    change = TAKEN_AWAY.get(kind)
    return replace(change(asked, code), is_all=True) if change else asked


def _rest(chosen: Sequence[str], code: str) -> tuple[str, ...]:
    return tuple(one for one in chosen if code and one != code)


def _without_filters(asked: Asked, _code: str) -> Asked:
    return Asked(words=asked.words, near=asked.near, km=asked.km, order=asked.order)


def _only_place(asked: Asked, _code: str) -> Asked:
    return Asked(near=asked.near, km=asked.km, order=asked.order)


TAKEN_AWAY: dict[str, Callable[[Asked, str], Asked]] = {
    "words": lambda asked, _code: replace(asked, words=""),
    "place": lambda asked, _code: replace(asked, near=""),
    "afar": lambda asked, _code: replace(asked, is_afar=False),
    "topic": lambda asked, code: replace(
        asked, topics=tuple(one for one in asked.topics if code and one != code)
    ),
    "language": lambda asked, code: replace(asked, languages=_rest(asked.languages, code)),
    "fact": lambda asked, code: replace(asked, facts=_rest(asked.facts, code)),
    "age": lambda asked, _code: replace(asked, age=None),
    "open": lambda asked, _code: replace(asked, is_open_now=False, day=None),
    "places": lambda asked, _code: replace(asked, has_places=False),
    "filters": _without_filters,
    "everything": _only_place,
}


def _text(fields: QueryDict, name: str) -> str:
    return fields.get(name, "").replace("\x00", "").strip()


def _number(fields: QueryDict, name: str, *, among: Sequence[int]) -> int | None:
    said = fields.get(name, "").strip()
    if not (said.isascii() and said.isdigit()) or len(said) > len(str(LAST_PAGE)):
        return None
    return int(said) if int(said) in among else None


def _hour(fields: QueryDict) -> int:
    hour = _number(fields, "hour", among=range(LAST_HOUR + 1))
    return NOON.hour if hour is None else hour


def _codes(fields: QueryDict, name: str, kind: type[CodeT]) -> tuple[CodeT, ...]:
    sent = fields.getlist(name)[:MOST_CHOICES]
    return tuple(code for code in kind if code.value in sent)


def _chosen(fields: QueryDict, name: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in fields.getlist(name)[:MOST_CHOICES] if is_known(code)))
