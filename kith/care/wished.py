"""What would suit a person, as a worker looks for them just now: nothing of it is kept."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """Codes of Kith's own taxonomy of services: what it must have, what would be good, what must not be."""

    age: int | None = None
    must: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


NOTHING_WISHED = Wished()


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
        must=wished.must,
        wishes=(*OWN_WISHES.get(domain, ()), *wished.wishes),
        avoid=wished.avoid,
    )
