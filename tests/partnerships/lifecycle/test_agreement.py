from datetime import date

import pytest

from kith.core.errors import StatusConflict
from kith.partnerships.lifecycle.agreement import Stands, check_step, is_living, standing_of
from kith.partnerships.terms import AgreementStatus, Standing

D, P, F, S, E = AgreementStatus
ALLOWED = {(D, P), (D, E), (P, F), (P, E), (F, S), (F, E), (S, F), (S, E)}


@pytest.mark.parametrize("now", AgreementStatus)
@pytest.mark.parametrize("then", AgreementStatus)
def test_only_the_steps_of_the_table_pass(now: AgreementStatus, then: AgreementStatus) -> None:
    if (now, then) in ALLOWED:
        check_step(now.value, then)
        return
    with pytest.raises(StatusConflict):
        check_step(now.value, then)


@pytest.mark.parametrize("now", AgreementStatus)
def test_only_what_has_ended_lives_no_more(now: AgreementStatus) -> None:
    assert is_living(now.value) is (now is not E)


TODAY = date(2026, 11, 24)
SOON, PAST = date(2026, 11, 25), date(2026, 11, 23)


def a_standing(
    status: AgreementStatus, starts_on: date, ends_on: date | None, is_ours: bool, left_on: date | None
) -> Stands:
    return Stands(
        status=status.value, starts_on=starts_on, ends_on=ends_on, is_ours_to_sign=is_ours, left_on=left_on
    )


@pytest.mark.parametrize(
    ("stands", "standing"),
    [
        (a_standing(D, TODAY, None, True, None), Standing.DRAFT),
        (a_standing(P, TODAY, None, True, None), Standing.WAITS_FOR_US),
        (a_standing(P, TODAY, None, False, None), Standing.WAITS_FOR_OTHERS),
        (a_standing(F, SOON, None, False, None), Standing.NOT_BEGUN),
        (a_standing(F, TODAY, None, False, None), Standing.BINDS),
        (a_standing(F, PAST, TODAY, False, None), Standing.BINDS),
        (a_standing(F, PAST, PAST, False, None), Standing.RAN_OUT),
        (a_standing(F, PAST, None, False, TODAY), Standing.BINDS),
        (a_standing(F, PAST, None, False, PAST), Standing.WE_LEFT),
        (a_standing(S, PAST, None, False, None), Standing.SUSPENDED),
        (a_standing(E, PAST, None, False, None), Standing.ENDED),
    ],
)
def test_an_agreement_binds_from_its_first_to_its_last_day(stands: Stands, standing: Standing) -> None:
    assert standing_of(stands, today=TODAY) is standing
