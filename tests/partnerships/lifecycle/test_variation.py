from datetime import date

import pytest

from kith.core.errors import StatusConflict
from kith.partnerships.lifecycle.variation import check_step, may_be_answered, may_be_taken_back
from kith.partnerships.terms import VariationStatus

A, Y, N, T = VariationStatus
ALLOWED = {(A, Y), (A, N), (A, T), (Y, T)}
TODAY, YESTERDAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 25)


@pytest.mark.parametrize("now", VariationStatus)
@pytest.mark.parametrize("then", VariationStatus)
def test_only_the_steps_of_the_table_pass(now: VariationStatus, then: VariationStatus) -> None:
    if (now, then) in ALLOWED:
        check_step(now.value, then)
        return
    with pytest.raises(StatusConflict):
        check_step(now.value, then)


@pytest.mark.parametrize("now", VariationStatus)
def test_it_is_answered_while_it_is_asked_and_not_over(now: VariationStatus) -> None:
    found = [may_be_answered(now.value, last_on=last, today=TODAY) for last in (YESTERDAY, TODAY, TOMORROW)]

    assert found == [False, now is A, now is A]


@pytest.mark.parametrize("now", VariationStatus)
def test_it_is_taken_back_while_asked_or_before_it_begins(now: VariationStatus) -> None:
    found = [may_be_taken_back(now.value, first_on=first, today=TODAY) for first in (TODAY, TOMORROW)]

    assert found == [now is A, now in {A, Y}]
