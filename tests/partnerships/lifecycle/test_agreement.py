from datetime import date

import pytest

from kith.core.errors import StatusConflict
from kith.partnerships.lifecycle.agreement import (
    check_may_be_signed,
    check_step,
    check_words_may_change,
    standing_of,
)
from kith.partnerships.terms import AgreementStatus, Standing

D, P, F, E = AgreementStatus
ALLOWED = {(D, P), (D, E), (P, F), (P, E), (F, E)}


@pytest.mark.parametrize("now", AgreementStatus)
@pytest.mark.parametrize("then", AgreementStatus)
def test_only_the_steps_of_the_table_pass(now: AgreementStatus, then: AgreementStatus) -> None:
    if (now, then) in ALLOWED:
        check_step(now.value, then)
        return
    with pytest.raises(StatusConflict):
        check_step(now.value, then)


@pytest.mark.parametrize("now", AgreementStatus)
def test_words_change_in_a_draft_only(now: AgreementStatus) -> None:
    if now is D:
        check_words_may_change(now.value)
        return
    with pytest.raises(StatusConflict):
        check_words_may_change(now.value)


@pytest.mark.parametrize("now", AgreementStatus)
def test_only_a_proposal_is_signed(now: AgreementStatus) -> None:
    if now is P:
        check_may_be_signed(now.value)
        return
    with pytest.raises(StatusConflict):
        check_may_be_signed(now.value)


TODAY = date(2026, 11, 24)
SOON, PAST = date(2026, 11, 25), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("status", "starts_on", "ends_on", "is_ours", "standing"),
    [
        (D, TODAY, None, True, Standing.DRAFT),
        (P, TODAY, None, True, Standing.WAITS_FOR_US),
        (P, TODAY, None, False, Standing.WAITS_FOR_OTHERS),
        (F, SOON, None, False, Standing.NOT_BEGUN),
        (F, TODAY, None, False, Standing.BINDS),
        (F, PAST, TODAY, False, Standing.BINDS),
        (F, PAST, PAST, False, Standing.RAN_OUT),
        (E, PAST, None, False, Standing.ENDED),
    ],
)
def test_an_agreement_binds_from_its_first_to_its_last_day(
    status: AgreementStatus, starts_on: date, ends_on: date | None, is_ours: bool, standing: Standing
) -> None:
    found = standing_of(
        status.value, starts_on=starts_on, ends_on=ends_on, today=TODAY, is_ours_to_sign=is_ours
    )

    assert found is standing
