"""Codes on the page with the name: the right one opens it, ten wrong ones close it and the owner hears of it."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from kith.care.actions.give_name_code import give_name_code
from kith.care.actions.open_name import open_name
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.queries.my_list import Turn, my_list
from kith.care.queries.my_requests import my_requests
from kith.care.queries.referral_page import Button, referral_page
from kith.care.queries.visit_by_link import LinkVisit, visit_by_link
from kith.care.terms import NextStep
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Door, Viewer
from kith.partnerships.errors import TooManyCodeTries
from kith.post.actions.make_link import make_link
from kith.post.errors import LinkGuessed, OtherDevice
from kith.post.terms import LinkPurpose
from tests.factories.care import CODE, CareTown, a_care_town, a_name_told, the_referral, work_off
from tests.factories.partnerships import SYSTEM, events_of_kind
from tests.post.crowd import all_at_once

pytestmark = pytest.mark.django_db
A_QUARTER = timedelta(minutes=15)


def a_visit(care: CareTown, referral_id: UUID) -> LinkVisit:
    """Somebody comes in by a link to the page with the name."""
    token = make_link(
        SYSTEM,
        purpose=LinkPurpose.SEE_NAME,
        about=Ref("referral", referral_id),
        organization_id=care.town.recipient_id,
        contact_id=care.town.contact_id,
        valid_days=30,
    ).token
    return visit_by_link(Viewer.nobody(Door.ANSWER), token=token, purpose=LinkPurpose.SEE_NAME)


def try_code(visit: LinkVisit, code: str, *, device: str = "phone") -> bool:
    return open_name(
        visit.viewer,
        referral_id=visit.referral_id,
        link_id=visit.link_id,
        contact_id=visit.contact_id,
        code=code,
        device=device,
    )


def guess(visit: LinkVisit, *, times: int) -> None:
    """Wrong codes earlier today, five a quarter of an hour, as the lock of the code lets them through."""
    start = clock.now() - timedelta(hours=2)
    for place in range(times):
        with clock.at(start + (place // 5) * A_QUARTER):
            assert not try_code(visit, "guessed")


@pytest.fixture
def visit(care: CareTown) -> LinkVisit:
    return a_visit(care, a_name_told(care))


def test_the_right_code_opens_it_after_nine_wrong_ones(visit: LinkVisit) -> None:
    guess(visit, times=9)

    assert try_code(visit, CODE)
    assert len(events_of_kind("care.name_seen")) == 1


def test_after_ten_wrong_codes_the_right_one_opens_nothing(visit: LinkVisit) -> None:
    guess(visit, times=10)

    with pytest.raises(LinkGuessed):
        try_code(visit, CODE)
    assert not events_of_kind("care.name_seen")


def test_a_right_code_between_gives_nobody_ten_more_tries(visit: LinkVisit) -> None:
    guess(visit, times=8)
    assert try_code(visit, CODE)

    for _ in range(2):
        assert not try_code(visit, "guessed", device="another phone")

    with pytest.raises(LinkGuessed):
        try_code(visit, CODE)


def test_what_the_lock_of_the_code_turns_away_is_not_counted(visit: LinkVisit) -> None:
    for _ in range(5):
        assert not try_code(visit, "guessed")
    for _ in range(9):
        with pytest.raises(TooManyCodeTries):
            try_code(visit, "guessed")

    with clock.at(clock.now() + A_QUARTER):
        assert try_code(visit, CODE)


def test_a_page_that_was_guessed_at_comes_before_the_owner(care: CareTown, visit: LinkVisit) -> None:
    guess(visit, times=10)
    work_off()

    referral = the_referral(visit.referral_id)
    [line] = my_list(care.navigator).mine
    assert (referral.next_step, line.step, line.turn) == (
        NextStep.PHONE_THEM.value,
        NextStep.PHONE_THEM,
        Turn.MINE,
    )
    assert line.was_guessed
    page = referral_page(care.navigator, referral_id=visit.referral_id)
    assert page.guessed_at is not None
    assert Button.NAME_CODE not in page.buttons
    [event] = events_of_kind("care.name_guessed")
    assert (event.organization_id, event.person_id) == (care.town.holder_id, care.town.person_id)


def test_the_person_does_not_read_that_a_partner_who_knows_the_name_does_not(
    care: CareTown, visit: LinkVisit
) -> None:
    guess(visit, times=10)
    work_off()

    [line] = my_requests(care.person, person_id=care.town.person_id)

    assert "You chose" in line.sentence


def test_nine_wrong_codes_are_nobodys_next_step(care: CareTown, visit: LinkVisit) -> None:
    guess(visit, times=9)
    work_off()

    assert the_referral(visit.referral_id).next_step == NextStep.WAIT_TO_MEET.value
    assert not my_list(care.navigator).waiting[0].was_guessed


def test_a_request_that_ended_meanwhile_gets_no_next_step(care: CareTown, visit: LinkVisit) -> None:
    guess(visit, times=10)
    withdraw_referral(care.navigator, referral_id=visit.referral_id)
    work_off()

    assert the_referral(visit.referral_id).next_step == NextStep.NOTHING.value


def test_a_code_read_out_on_the_phone_opens_it_once(care: CareTown, visit: LinkVisit) -> None:
    code = give_name_code(care.navigator, referral_id=visit.referral_id).code

    assert try_code(visit, code)

    assert len(events_of_kind("care.name_seen")) == 1
    assert not try_code(visit, code)


def test_wrong_codes_count_beside_a_code_read_out_and_the_tenth_ends_that_too(
    care: CareTown, visit: LinkVisit
) -> None:
    guess(visit, times=9)
    code = give_name_code(care.navigator, referral_id=visit.referral_id).code

    assert not try_code(visit, "guessed")

    with pytest.raises(LinkGuessed):
        try_code(visit, code)


def test_the_lock_of_the_own_code_does_not_hold_back_the_one_read_out(
    care: CareTown, visit: LinkVisit
) -> None:
    for _ in range(5):
        assert not try_code(visit, "guessed")
    code = give_name_code(care.navigator, referral_id=visit.referral_id).code

    with pytest.raises(TooManyCodeTries):
        try_code(visit, CODE)
    assert try_code(visit, code)


def test_guessing_at_a_code_read_out_counts_while_the_own_code_is_locked(
    care: CareTown, visit: LinkVisit
) -> None:
    for _ in range(5):
        assert not try_code(visit, "guessed")
    code = give_name_code(care.navigator, referral_id=visit.referral_id).code

    for _ in range(5):
        with pytest.raises(TooManyCodeTries):
            try_code(visit, "guessed")

    with pytest.raises(LinkGuessed):
        try_code(visit, code)
    assert len(events_of_kind("post.link_guessed")) == 1


def test_a_code_read_out_is_not_used_up_where_the_page_does_not_open(
    care: CareTown, visit: LinkVisit
) -> None:
    code = give_name_code(care.navigator, referral_id=visit.referral_id).code
    assert try_code(visit, CODE, device="the first phone")

    with pytest.raises(OtherDevice):
        try_code(visit, code)

    assert not events_of_kind("post.spoken_code_used")


@pytest.mark.heavy
@pytest.mark.django_db(transaction=True)
def test_of_many_guesses_at_once_none_is_let_in_after_the_tenth() -> None:
    care = a_care_town()
    visit = a_visit(care, a_name_told(care))
    guess(visit, times=8)

    answers = all_at_once([partial(try_code, visit, "guessed")] * 8)

    assert sum(answer is False for answer in answers) == 2, answers
    assert sum(isinstance(answer, LinkGuessed) for answer in answers) == 6, answers
    with pytest.raises(LinkGuessed):
        try_code(visit, CODE)
    assert len(events_of_kind("post.link_guessed")) == 1
