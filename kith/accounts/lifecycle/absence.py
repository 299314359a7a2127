"""An absence is planned, runs from its first to its last day, and is over; ended, it is over at once."""

from datetime import date

from kith.accounts.models import Absence
from kith.accounts.terms import AbsenceState


def state_of(absence: Absence, *, on: date) -> AbsenceState:
    """Where the absence stands on this day of the site."""
    if absence.ended_at is not None or absence.last_on < on:
        return AbsenceState.OVER
    return AbsenceState.PLANNED if on < absence.first_on else AbsenceState.RUNNING
