"""An expected wait that few answers cannot swing (promise 19)."""

from dataclasses import dataclass

ENOUGH_ANSWERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredIn:
    """How long a service's past answers took, in its own days; paused and agreed longer times not counted.

    `answers`: how many they were. `usual_days`: what is usual for such services, among which it stands.
    """

    days: float
    answers: int
    usual_days: float

    @property
    def is_possible(self) -> bool:
        """True unless a number is under 0."""
        return min(self.days, self.answers, self.usual_days) >= 0

    @property
    def expected_days(self) -> int:
        """Its own time from 20 answers on; with fewer, drawn towards what is usual; with none, that."""
        own = min(self.answers, ENOUGH_ANSWERS) / ENOUGH_ANSWERS
        return round(own * self.days + (1 - own) * self.usual_days)
