import pytest

from kith.core.errors import StatusConflict
from kith.partnerships.errors import StaleVersion
from kith.partnerships.lifecycle.version import (
    check_may_be_signed,
    check_seen,
    check_step,
    check_words_may_change,
)
from kith.partnerships.terms import VersionState

D, F, S, R, X = VersionState
ALLOWED = {(D, F), (D, X), (F, S), (F, X), (S, R)}


@pytest.mark.parametrize("now", VersionState)
@pytest.mark.parametrize("then", VersionState)
def test_only_the_steps_of_the_table_pass(now: VersionState, then: VersionState) -> None:
    if (now, then) in ALLOWED:
        check_step(now.value, then)
        return
    with pytest.raises(StatusConflict):
        check_step(now.value, then)


@pytest.mark.parametrize("now", VersionState)
def test_words_change_in_a_draft_only(now: VersionState) -> None:
    if now is D:
        check_words_may_change(now.value)
        return
    with pytest.raises(StatusConflict):
        check_words_may_change(now.value)


@pytest.mark.parametrize("now", VersionState)
def test_only_words_on_the_table_or_in_force_are_signed(now: VersionState) -> None:
    if now in {F, S}:
        check_may_be_signed(now.value)
        return
    with pytest.raises(StatusConflict):
        check_may_be_signed(now.value)


def test_only_words_that_were_seen_are_signed() -> None:
    check_seen("a", "a")
    with pytest.raises(StaleVersion):
        check_seen("a", "b")
