"""Promise 21, of somebody who is away: absence reassigns, and what is reassigned comes back by itself.

Who may be away, who may cover, and on which days: tests/accounts/actions/test_absence.py. Who has the work when the
cover leaves too: tests/accounts/queries/test_away_now.py. Here: every open request has one present owner on every
day, in every state; the cover's list says for whom and until when, and the cover can do every next step.
"""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from kith.accounts.actions.end_absence import end_absence
from kith.accounts.actions.end_membership import end_membership
from kith.accounts.actions.set_absence import set_absence
from kith.accounts.queries.memberships_of import memberships_of
from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.put_off import put_off
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.queries.my_list import MyList, WorkLine, my_list
from kith.care.queries.referral_page import referral_page
from kith.care.terms import Helped, NextStep, ReferralStatus, WhatHappened
from kith.core import clock
from kith.core.viewer import Role, Viewer
from kith.post.actions.record_bounce import record_bounce
from kith.post.models import OutgoingMessage
from kith.post.terms import BounceReason
from tests.factories.accounts import a_member as a_named_member
from tests.factories.care import (
    CareTown,
    a_care_town,
    a_draft,
    a_need,
    a_yes,
    an_ask,
    by_phone,
    link,
    persons_yes,
    status_of,
    the_referral,
    work_off,
)
from tests.factories.partnerships import SYSTEM
from tests.promises.seats import browser_of, press, text_of
from tests.promises.test_21_one_next_date_per_item import STATES

pytestmark = pytest.mark.django_db
WEEK = 6


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


@pytest.fixture
def mai(care: CareTown) -> Viewer:
    return a_named_member(care.town.holder_id, Role.CLINICIAN, name="Mai Lund")


@pytest.fixture
def zoe(care: CareTown) -> Viewer:
    return a_named_member(care.town.holder_id, Role.NAVIGATOR, name="Zoe Quist")


def away(care: CareTown, cover: Viewer, *, first: int = 0, last: int = WEEK) -> UUID:
    """The navigator is away on these days from today on."""
    today = clock.today("UTC")
    assert care.navigator.user_id is not None
    assert cover.user_id is not None
    return set_absence(
        care.navigator,
        user_id=care.navigator.user_id,
        cover_id=cover.user_id,
        first_on=today + timedelta(days=first),
        last_on=today + timedelta(days=last),
    )


def lines_of(lists: MyList) -> list[WorkLine]:
    return [*lists.mine, *lists.waiting, *lists.past, *lists.confirm]


def has(viewer: Viewer, referral_id: UUID, *, day: int = 0) -> bool:
    with clock.at(clock.now() + timedelta(days=day)):
        return referral_id in {line.referral_id for line in lines_of(my_list(viewer))}


@pytest.mark.parametrize("state", list(STATES))
def test_in_every_state_it_is_once_on_the_list_of_who_covers_and_says_for_whom(
    care: CareTown, mai: Viewer, zoe: Viewer, state: str
) -> None:
    bring, _group, step = STATES[state]
    referral_id = bring(care)
    away(care, mai)

    [line] = [line for line in lines_of(my_list(mai)) if line.referral_id == referral_id]

    assert (line.step, line.next_at) == (step, the_referral(referral_id).next_at)
    assert line.owner is not None
    assert (line.owner.name, line.owner.last_on) == ("Jo Adeyemi", clock.today("UTC") + timedelta(days=WEEK))
    assert not has(zoe, referral_id)


def test_every_day_one_present_worker_has_it_and_on_return_it_is_the_owners_again(
    care: CareTown, mai: Viewer, zoe: Viewer
) -> None:
    referral_id = an_ask(care)
    owner_id = the_referral(referral_id).owner_id
    away(care, mai, first=2, last=4)

    with_mai = {day for day in range(8) if has(mai, referral_id, day=day)}

    assert with_mai == {2, 3, 4}
    assert not any(has(zoe, referral_id, day=day) for day in range(8))
    assert the_referral(referral_id).owner_id == owner_id
    assert all(has(care.navigator, referral_id, day=day) for day in (0, 1, 5, 6))


def test_back_sooner_it_is_the_owners_at_once(care: CareTown, mai: Viewer) -> None:
    referral_id = an_ask(care)
    absence_id = away(care, mai)

    end_absence(care.navigator, absence_id=absence_id)

    assert not has(mai, referral_id)
    assert my_list(care.navigator).away is None


def test_when_the_cover_leaves_too_somebody_who_is_there_has_it(
    care: CareTown, mai: Viewer, zoe: Viewer
) -> None:
    referral_id = an_ask(care)
    away(care, mai)

    for line in memberships_of(SYSTEM, user_id=mai.user_id):
        end_membership(SYSTEM, membership_id=line.id)
    work_off()

    assert has(zoe, referral_id)


def test_what_the_leaving_of_another_brings_goes_to_one_who_is_there(
    care: CareTown, mai: Viewer, zoe: Viewer
) -> None:
    away(care, mai)
    draft_id = draft_referral(zoe, need_id=a_need(zoe, care.town.person_id), service_id=care.service_id)

    for line in memberships_of(SYSTEM, user_id=zoe.user_id):
        end_membership(SYSTEM, membership_id=line.id)
    work_off()

    assert the_referral(draft_id).owner_id == mai.user_id


def test_who_covers_can_do_every_step_to_the_end(care: CareTown, mai: Viewer) -> None:
    referral_id = a_draft(care)
    away(care, mai)

    ask_partner(mai, referral_id=referral_id, answer=persons_yes())
    put_off(mai, referral_id=referral_id, until=clock.now() + timedelta(days=1))
    accept_referral(mai, referral_id=referral_id, told=by_phone())
    choose_partner(mai, referral_id=referral_id)
    report_what_happened(
        mai,
        referral_id=referral_id,
        happened=WhatHappened.MET,
        happened_on=clock.now().date(),
        told=by_phone(),
    )
    say_how_it_went(mai, referral_id=referral_id, helped=Helped.YES, words="")
    close_referral(mai, referral_id=referral_id)

    assert status_of(referral_id) == ReferralStatus.COMPLETED
    assert the_referral(referral_id).owner_id == care.navigator.user_id


def test_a_mail_that_bounced_and_a_yes_come_to_who_covers(care: CareTown, mai: Viewer) -> None:
    bounced, accepted = an_ask(care), a_draft_of_another_need(care)
    work_off()
    away(care, mai)

    message = OutgoingMessage.objects.get(about_id=bounced)
    record_bounce(SYSTEM, message_id=message.pk, reason=BounceReason.ADDRESS_UNKNOWN)
    ask_partner(mai, referral_id=accepted, answer=persons_yes())
    accept_referral(care.by_link(accepted), referral_id=accepted, told=link())
    work_off()

    steps = {line.referral_id: line.step for line in my_list(mai).mine}
    seen = [line.sentence for line in referral_page(mai, referral_id=bounced).messages]
    assert steps == {bounced: NextStep.PHONE_THEM, accepted: NextStep.CHOOSE}
    assert len(seen) == 1


def a_draft_of_another_need(care: CareTown) -> UUID:
    need_id = a_need(care.navigator, care.town.person_id)
    return draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)


def test_the_pages_say_who_has_it_and_for_whom(care: CareTown, mai: Viewer) -> None:
    referral_id = a_yes(care)
    away(care, mai)

    hers, mine = browser_of(mai), browser_of(care.navigator)

    assert "For <bdi>Jo Adeyemi</bdi>, away until" in text_of(hers.get("/list/"))
    assert "<bdi>Mai Lund</bdi> has your list." in text_of(mine.get("/list/"))
    page = text_of(hers.get(f"/referrals/{referral_id}/"))
    assert "Jo Adeyemi is away until" in page
    assert "Mai Lund covers." in page


def test_a_worker_writes_it_down_and_takes_it_back_on_the_page(care: CareTown, mai: Viewer) -> None:
    referral_id, browser = an_ask(care), browser_of(care.navigator)
    today = clock.today("UTC")

    form = text_of(browser.get("/account/absences/"))
    press(
        browser,
        "/account/absences/",
        user_id=str(care.navigator.user_id),
        cover_id=str(mai.user_id),
        first_on=today.isoformat(),
        last_on=(today + timedelta(days=WEEK)).isoformat(),
    )
    written = text_of(browser.get("/account/absences/"))

    assert "Mai Lund" in form
    assert "<bdi>Mai Lund</bdi> covers." in written
    assert has(mai, referral_id)

    [back] = re.findall(r"/account/absences/[0-9a-f-]{36}/end/", written)
    press(browser, back)

    assert not has(mai, referral_id)


def test_without_anybody_to_cover_the_page_takes_no_absence(care: CareTown) -> None:
    page = text_of(browser_of(care.navigator).get("/account/absences/"))

    assert "nobody could cover" in page
    assert '<form method="post" class="card"' not in page
