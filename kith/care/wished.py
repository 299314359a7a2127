"""What would suit a person, as a worker looks for them just now: nothing of it is kept."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from kith.care.terms import NeedDomain
from kith.directory.needing import Needed
from kith.directory.terms import Topic
from kith.people.queries.person_facts import PersonFacts

TOPICS: dict[NeedDomain, tuple[Topic, ...]] = {
    NeedDomain.COMPANY: (Topic.COMPANY,),
    NeedDomain.HOUSING: (Topic.HOUSING,),
    NeedDomain.HOMELESSNESS: (Topic.HOUSING,),
    NeedDomain.FOOD: (Topic.FOOD,),
    NeedDomain.MONEY: (Topic.MONEY,),
    NeedDomain.WORK: (Topic.WORK,),
    NeedDomain.LEARNING: (Topic.LEARNING,),
    NeedDomain.TRANSPORT: (),
    NeedDomain.LEGAL: (Topic.LEGAL,),
    NeedDomain.FAMILY: (Topic.FAMILY,),
    NeedDomain.SAFETY: (Topic.SAFETY_AT_HOME,),
    NeedDomain.HEALTH: (Topic.HEALTH,),
    NeedDomain.TALKING: (Topic.TALK,),
    NeedDomain.PEER: (Topic.TALK, Topic.COMPANY),
    NeedDomain.FAITH: (Topic.FAITH,),
}
NEAR_TOPICS: dict[NeedDomain, tuple[Topic, ...]] = {
    NeedDomain.COMPANY: (Topic.TALK, Topic.FAITH),
    NeedDomain.HOMELESSNESS: (Topic.CRISIS,),
    NeedDomain.HOUSING: (Topic.LEGAL, Topic.MONEY),
    NeedDomain.FOOD: (Topic.MONEY,),
    NeedDomain.SAFETY: (Topic.CRISIS,),
    NeedDomain.TALKING: (Topic.HEALTH, Topic.COMPANY),
    NeedDomain.FAITH: (Topic.TALK, Topic.COMPANY),
}
OWN_WISHES: dict[NeedDomain, tuple[str, ...]] = {NeedDomain.PEER: ("modality-peer",)}


class FreeTime(StrEnum):
    """When somebody could come."""

    MORNINGS = "mornings"
    AFTERNOONS = "afternoons"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"


TIME_WORDS = {
    FreeTime.MORNINGS: _("In the morning, Monday to Friday"),
    FreeTime.AFTERNOONS: _("In the afternoon, Monday to Friday"),
    FreeTime.EVENINGS: _("In the evening, Monday to Friday"),
    FreeTime.WEEKENDS: _("At the weekend"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """When they could come, any of it; and codes of Kith's own taxonomy of services.

    What it must have, what would be good, and what must not be.
    """

    age: int | None = None
    times: tuple[FreeTime, ...] = ()
    must: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


NOTHING_WISHED = Wished()
PARTS_OF_DAY = ("night", "morning", "afternoon", "evening")
WEEKDAYS, WEEKEND = range(5), range(5, 7)


def slots_of(times: Collection[FreeTime]) -> int:
    """The quarters of a week that suit, as the directory's engine counts them."""
    slots = 0
    for time in times:
        days, parts = SPANS[time]
        for day in days:
            for part in parts:
                slots |= 1 << day * len(PARTS_OF_DAY) + PARTS_OF_DAY.index(part)
    return slots


SPANS: dict[FreeTime, tuple[range, tuple[str, ...]]] = {
    FreeTime.MORNINGS: (WEEKDAYS, ("morning",)),
    FreeTime.AFTERNOONS: (WEEKDAYS, ("afternoon",)),
    FreeTime.EVENINGS: (WEEKDAYS, ("evening",)),
    FreeTime.WEEKENDS: (WEEKEND, ("morning", "afternoon", "evening")),
}


def needed_for(domain: NeedDomain, person: PersonFacts, *, words: str, wished: Wished) -> Needed:
    """The need as the directory is asked: where, in which languages, and what would suit; nothing of whom."""
    return Needed(
        topics=TOPICS[domain],
        near_topics=NEAR_TOPICS.get(domain, ()),
        categories=(domain.value,),
        words=words,
        place=person.rough_area,
        languages=person.languages,
        age=wished.age,
        slots=slots_of(wished.times),
        must=wished.must,
        wishes=(*OWN_WISHES.get(domain, ()), *wished.wishes),
        avoid=wished.avoid,
    )
