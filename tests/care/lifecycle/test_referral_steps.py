"""Every pair of steps, against a picture written apart from the table."""

from itertools import product

import pytest

from kith.care.lifecycle.referral import NEXT, check_step, is_open
from kith.care.models import OPEN_STATUSES
from kith.care.terms import ReferralStatus as S
from kith.core.errors import StatusConflict

PICTURE = """
draft -> asked withdrawn
asked -> accepted declined not_reached withdrawn
accepted -> named declined withdrawn
named -> completed not_reached declined withdrawn
completed ->
declined ->
not_reached ->
withdrawn ->
"""
ALLOWED = {
    (S(line.split("->")[0].strip()), S(then))
    for line in PICTURE.strip().splitlines()
    for then in line.split("->")[1].split()
}


@pytest.mark.parametrize(("now", "then"), list(product(S, S)))
def test_a_step_is_possible_only_where_the_picture_has_it(now: S, then: S) -> None:
    if (now, then) in ALLOWED:
        check_step(now.value, then)
        return

    with pytest.raises(StatusConflict):
        check_step(now.value, then)


def test_the_database_and_the_table_agree_on_what_is_open() -> None:
    assert {S(status) for status in OPEN_STATUSES} == {status for status in S if is_open(status.value)}


def test_every_status_can_be_reached() -> None:
    reached = {S.DRAFT} | {then for steps in NEXT.values() for then in steps}

    assert reached == set(S)
