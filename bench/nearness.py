"""Words and nearness together, the same way for every contender but Kith, which has its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NEAR_KM = 50.0
HALF_WAY_KM = 5.0
PLACELESS = 0.1
Ranks = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Around:
    """How far each service is from the place that was asked; empty `km`: no place was asked."""

    km: Mapping[str, float | None]
    placed: frozenset[str]

    def is_near(self, one: str) -> bool:
        """True within 50 km, and for what helps by phone or online."""
        if one not in self.km:
            return one not in self.placed
        km = self.km[one]
        return km is None or km <= NEAR_KM

    def nearness(self, one: str) -> float:
        """1 at the place itself, half at 5 km."""
        km = self.km.get(one)
        return PLACELESS if km is None else 1 / (1 + km / HALF_WAY_KM)


def in_order(
    tiers: Sequence[Ranks], around: Around, *, near_share: float, is_filled: bool, depth: int
) -> list[str]:
    """The best `depth`: an earlier tier goes first; within one, text and nearness are weighed together.

    `is_filled`: later tiers fill up what the first leaves, and what is far away fills up after what is near.
    Else only the first tier that has something, and what is far away only where nothing is near.
    """
    used = [tier for tier in tiers if tier]
    parts = [_split(tier, around) for tier in (used if is_filled else used[:1])]
    order: dict[str, None] = {}
    for part in [*(near for near, _ in parts), *(far for _, far in parts)]:
        if order and not is_filled:
            break
        order.update(dict.fromkeys(_sorted(part, around, near_share)))
    return list(order)[:depth]


def _split(tier: Ranks, around: Around) -> tuple[Ranks, Ranks]:
    if not around.km:
        return tier, {}
    best = max(tier.values()) or 1.0
    shares = {one: rank / best for one, rank in tier.items()}
    near = {one: share for one, share in shares.items() if around.is_near(one)}
    return near, {one: share for one, share in shares.items() if one not in near}


def _sorted(ranks: Ranks, around: Around, near_share: float) -> list[str]:
    share = near_share if around.km else 0.0
    return sorted(ranks, key=lambda one: (-((1 - share) * ranks[one] + share * around.nearness(one)), one))
