"""Agreements as a busy community has them, made cheaply: rows as the actions write them, seed 7."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

SERVICES_EACH = 3
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOW.date()
DATA = {"kinds": ["language", "need"], "purposes": ["arrange_help"], "labels_excluded": [], "keep_days": 30}
ZONES = ("UTC", "America/Los_Angeles", "Europe/London", "Pacific/Auckland")


@dataclass(frozen=True, slots=True)
class Plan:
    """One agreement to be: its parties, clauses as (kind, who owes, service, terms), and how it stands."""

    parties: tuple[int, ...]
    clauses: tuple[tuple[str, int | None, int | None, dict[str, object]], ...]
    zone: str
    status: str
    starts_on: date
    ends_on: date | None
    varied: bool


def plans(count: int, *, organizations: int, seed: int = 7) -> Iterator[Plan]:
    """Two to seven parties each, taken with rank^-0.8: of 400 the busiest is in 3,138 of 10,000.

    Of ten, eight are in force, one has ended, one rests; one in ten runs out or has not begun; six clauses in
    the mean, one of eight agreements with a change that holds today.
    """
    chance = random.Random(seed)
    weights = [(rank + 1) ** -0.8 for rank in range(organizations)]
    everyone = range(organizations)
    for _ in range(count):
        parties: dict[int, None] = {}
        wanted = chance.randint(2, 7)
        while len(parties) < wanted:
            parties[chance.choices(everyone, weights)[0]] = None
        begins = TODAY + timedelta(days=chance.randint(-700, -1) if chance.random() > 0.05 else 30)
        ends = begins + timedelta(days=chance.choice([400, 900])) if chance.random() < 0.3 else None
        yield Plan(
            parties=tuple(parties),
            clauses=tuple(_clauses(chance, tuple(parties))),
            zone=chance.choice(ZONES),
            status=chance.choices(["in_force", "ended", "suspended"], [8, 1, 1])[0],
            starts_on=begins,
            ends_on=ends,
            varied=chance.random() < 0.125,
        )


def _clauses(
    chance: random.Random, parties: tuple[int, ...]
) -> Iterator[tuple[str, int | None, int | None, dict[str, object]]]:
    yield "data_scope", None, None, DATA
    for party in parties[:2]:
        yield "response_promise", party, None, {"days": chance.randint(1, 10), "urgent_hours": None}
    owes = chance.choice(parties)
    service = chance.randrange(SERVICES_EACH)
    yield "response_promise", owes, service, {"days": chance.randint(1, 5), "urgent_hours": 4}
    yield "capacity_pledge", owes, service, {"places": 2, "per": "week", "population": ""}
    yield "referral_route", owes, service, {"accepts_from": [], "then": []}
