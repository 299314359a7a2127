"""Weeks and months in which places are kept. Pure."""

from datetime import date, timedelta

from kith.partnerships.clause_terms import Period

A_WEEK = timedelta(days=7)
LONGEST_MONTH = timedelta(days=31)


def period_of(per: Period, on: date) -> tuple[date, date]:
    """The first day of the period that holds `on` (a week begins on Monday), and the first day after it."""
    if per is Period.WEEK:
        first = on - timedelta(days=on.weekday())
        return first, first + A_WEEK
    first = on.replace(day=1)
    return first, (first + LONGEST_MONTH).replace(day=1)
