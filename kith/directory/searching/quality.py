"""How far a listing can be trusted, from 0 to 1: when it was last confirmed, and how much it says.

    quality = 0.6 · freshness + 0.4 · completeness

Freshness is 1 on the day on which a person said that the listing is right, and halves every 180 days. The
date that a source claims counts half as much. Completeness is the share of the questions people ask first
that the listing answers.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

FRESH_SHARE, COMPLETE_SHARE = 0.6, 0.4
HALF_LIFE_DAYS = 180
CLAIMED_SHARE = 0.5


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


def completeness(answers: Collection[object]) -> float:
    """The share of these answers that say something."""
    return round(sum(map(bool, answers)) / len(answers), 3)


def _freshness(day: date | None, today: date) -> float:
    if day is None:
        return 0.0
    return float(0.5 ** (max(0, (today - day).days) / HALF_LIFE_DAYS))
