"""What to expect of a service from its past answers: few of them cannot swing it (promise 19)."""

from collections.abc import Mapping, Sequence
from statistics import median
from uuid import UUID

from kith.directory.expected_wait import AnsweredIn


def answered_in(days: Mapping[UUID, Sequence[int]], service_id: UUID) -> AnsweredIn | None:
    """What is known of one service among all; None where it has never answered.

    `days` are the answers of every service, in its own working days: the usual is the middle of them all.
    """
    own = days.get(service_id, ())
    if not own:
        return None
    every = [one for answers in days.values() for one in answers]
    return AnsweredIn(days=float(median(own)), answers=len(own), usual_days=float(median(every)))
