"""The counts beside wishes, against a count of plain Python over the same made-up services."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from kith.core import clock
from kith.directory.actions.set_places import set_places
from kith.directory.actions.tag_service import tag_service
from kith.directory.narrowing import Narrowing
from kith.directory.queries.find_services import ServiceResults, find_services
from kith.directory.records import ServiceDetails
from kith.directory.terms import Topic
from tests.environment import scaled
from tests.factories.directory import (
    NOBODY,
    SYSTEM,
    a_host,
    a_service,
    an_organization,
    own_taxonomies,
    weekly,
)

pytestmark = pytest.mark.django_db

TUESDAY_NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TOPICS = (Topic.FOOD, Topic.HOUSING, Topic.TALK)
LANGUAGES = ("en", "ar", "so")
ONE_IS_ENOUGH = ("cost-free", "cost-sliding", "setting-phone", "setting-place")
ALL_ARE_WANTED = ("culture-steps", "culture-deaf", "papers-none", "safety-place")
SERVICES, QUESTIONS = 40, 400


@dataclass(frozen=True)
class Made:
    """What was said of one service."""

    id: UUID
    topics: frozenset[str]
    languages: frozenset[str]
    facts: frozenset[str]
    is_open: bool
    has_places: bool
    maximum_age: int | None


@dataclass(frozen=True)
class Asked:
    """One random search."""

    topics: tuple[Topic, ...] = ()
    languages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    is_open: bool = False
    has_places: bool = False
    age: int | None = None


def some(chance: random.Random, of: Sequence[str], most: int = 2) -> list[str]:
    return chance.sample(list(of), chance.randint(0, most))


def make(chance: random.Random, organization_id: UUID) -> Made:
    topics, languages = some(chance, TOPICS), some(chance, LANGUAGES)
    facts = some(chance, [*ONE_IS_ENOUGH, *ALL_ARE_WANTED], most=6)
    is_open, maximum_age = chance.random() < 0.5, chance.choice([None, 20, 60])
    has_places = chance.random() < 0.4
    day = "TU" if is_open else "WE"
    service_id = a_service(
        "Tea",
        organization_id=organization_id,
        topics=[Topic(one) for one in topics],
        languages=languages,
        details=ServiceDetails(maximum_age=maximum_age, schedules=(weekly(day, "09:00", "17:00"),)),
    )
    tag_service(SYSTEM, service_id=service_id, codes=facts)
    if has_places:
        set_places(SYSTEM, service_id=service_id, places_left=9, as_of=TUESDAY_NOON)
    return Made(
        service_id,
        frozenset(topics),
        frozenset(languages),
        frozenset(facts),
        is_open,
        has_places,
        maximum_age,
    )


def ask(chance: random.Random) -> Asked:
    return Asked(
        topics=tuple(Topic(one) for one in some(chance, TOPICS)),
        languages=tuple(some(chance, LANGUAGES)),
        facts=tuple(some(chance, [*ONE_IS_ENOUGH, *ALL_ARE_WANTED])),
        is_open=chance.random() < 0.3,
        has_places=chance.random() < 0.2,
        age=chance.choice([None, None, 18, 40]),
    )


def group_of(code: str) -> str:
    return code.partition("-")[0]


def fails(made: Made, asked: Asked) -> set[str]:
    """The groups of wishes that this service does not fulfil."""
    age, oldest = asked.age, made.maximum_age
    failed = {
        "topics": bool(asked.topics) and made.topics.isdisjoint(asked.topics),
        "languages": bool(asked.languages) and made.languages.isdisjoint(asked.languages),
        "open": asked.is_open and not made.is_open,
        "places": asked.has_places and not made.has_places,
        "age": age is not None and oldest is not None and age > oldest,
    }
    for name in ("cost", "setting", "culture", "papers", "safety"):
        wanted = {code for code in asked.facts if group_of(code) == name}
        is_any = name in {"cost", "setting"}
        failed[name] = bool(wanted) and (
            made.facts.isdisjoint(wanted) if is_any else not made.facts >= wanted
        )
    return {name for name, has_failed in failed.items() if has_failed}


def count(made: list[Made], asked: Asked, group: str, has: str, among: str) -> int:
    """How many have it, of those that fulfil all wishes but those of its own group where one is enough."""
    own = {group} if group in {"topics", "languages", "cost", "setting", "open", "places"} else set()
    return sum(not fails(one, asked) - own and has in getattr(one, among) for one in made)


def search(asked: Asked) -> ServiceResults:
    return find_services(
        NOBODY,
        words="tea",
        near="",
        topics=asked.topics,
        languages=asked.languages,
        facts=asked.facts,
        page=1,
        narrowing=Narrowing(
            age=asked.age,
            open_at=TUESDAY_NOON if asked.is_open else None,
            has_places=asked.has_places,
            is_counted=True,
        ),
    )


def test_every_count_is_what_a_plain_count_says() -> None:
    chance = random.Random(4)
    a_host()
    own_taxonomies()
    own = an_organization()
    with clock.at(TUESDAY_NOON):
        made = [make(chance, own) for _ in range(SERVICES)]
        for _ in range(scaled(QUESTIONS)):
            asked = ask(chance)
            results = search(asked)
            counts = results.counts

            assert results.total == sum(not fails(one, asked) for one in made)
            for topic in TOPICS:
                assert counts.topics.get(topic, 0) == count(made, asked, "topics", topic, "topics")
            for code in LANGUAGES:
                assert counts.languages.get(code, 0) == count(made, asked, "languages", code, "languages")
            for code in (*ONE_IS_ENOUGH, *ALL_ARE_WANTED):
                assert counts.facts.get(code, 0) == count(made, asked, group_of(code), code, "facts"), code
            others = [one for one in made if not fails(one, asked) - {"open"}]
            assert counts.open_now == sum(one.is_open for one in others)
            others = [one for one in made if not fails(one, asked) - {"places"}]
            assert counts.with_places == sum(one.has_places for one in others)
