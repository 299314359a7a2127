"""How far a listing can be trusted, from 0 to 1: when it was last confirmed, and how much it says.

    quality = 0.6 · freshness + 0.4 · completeness

Freshness is 1 on the day on which a person said that the listing is right, and halves every 180 days. The
date that a source claims counts half as much. Completeness is the share of the questions people ask first
that the listing answers.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kith.directory.models import Service
from kith.directory.reading.facts import Facts

FRESH_SHARE, COMPLETE_SHARE = 0.6, 0.4
HALF_LIFE_DAYS = 180
CLAIMED_SHARE = 0.5


class ListingQuestion(StrEnum):
    """What people ask first of a service."""

    WHAT = "what"
    EXPECT = "expect"
    FOR_WHOM = "for_whom"
    HOW = "how"
    COST = "cost"
    TOPICS = "topics"
    LANGUAGES = "languages"
    HOURS = "hours"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Trust:
    """What the quality of a listing is worked out from, on whatever day."""

    completeness: float
    confirmed_on: date | None
    assured_on: date | None

    def on(self, today: date) -> float:
        """The quality on that day, rounded to three places."""
        fresh = max(_freshness(self.confirmed_on, today), CLAIMED_SHARE * _freshness(self.assured_on, today))
        return round(FRESH_SHARE * fresh + COMPLETE_SHARE * self.completeness, 3)


def answers_of(service: Service, facts: Facts) -> Mapping[ListingQuestion, object]:
    """What the listing answers to each question; empty where it says nothing."""
    return {
        ListingQuestion.WHAT: service.description,
        ListingQuestion.EXPECT: service.what_to_expect,
        ListingQuestion.FOR_WHOM: service.eligibility_description,
        ListingQuestion.HOW: service.application_process,
        ListingQuestion.COST: service.fees_description or service.fees,
        ListingQuestion.TOPICS: service.topics,
        ListingQuestion.LANGUAGES: facts.languages[service.id],
        ListingQuestion.HOURS: facts.schedules[service.id],
        ListingQuestion.FACTS: facts.attributes[service.id],
    }


def completeness(answers: Collection[object]) -> float:
    """The share of these answers that say something."""
    return round(sum(map(bool, answers)) / len(answers), 3)


def _freshness(day: date | None, today: date) -> float:
    if day is None:
        return 0.0
    return float(0.5 ** (max(0, (today - day).days) / HALF_LIFE_DAYS))
