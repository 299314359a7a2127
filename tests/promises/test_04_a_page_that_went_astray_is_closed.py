"""Whoever wrongly holds the sign-in to a person's page is cut off at once (promises 4, 6, 22)."""

from dataclasses import replace

import pytest
from django.test import Client

from kith.accounts.errors import InvitationTakenBack
from kith.accounts.queries.invitation_page import invitation_page
from kith.core.errors import KithError, NotFound
from kith.core.viewer import Door, Role, Viewer
from kith.people.actions.close_portal import close_portal
from kith.people.actions.link_portal_user import link_portal_user
from kith.people.actions.open_portal import open_portal
from kith.people.errors import LoginOfStaff
from kith.people.models import Person
from kith.people.terms import LinkGiven
from tests.factories.care import CareTown, a_care_town
from tests.factories.partnerships import SYSTEM, a_member, events_of_kind
from tests.promises.seats import browser_of, press
from tests.web.shown_again import shown_again

pytestmark = pytest.mark.django_db


@pytest.fixture
def care(cache_table: None) -> CareTown:
    return a_care_town()


def opened(browser: Client) -> int:
    return browser.get("/me/").status_code


def test_a_worker_closes_the_page_and_its_login_is_out_at_once(care: CareTown) -> None:
    stranger, worker = browser_of(care.person), browser_of(care.navigator)
    page = f"/people/{care.town.person_id}/own-page/close/"
    before = opened(stranger)

    too_soon = press(worker, page)
    still = opened(stranger)
    press(shown_again(worker), page)

    assert (before, too_soon.status_code, still) == (200, 302, 200)
    assert opened(stranger) == 302
    assert opened(browser_of(care.person)) == 404
    assert len(events_of_kind("people.portal_closed")) == 1


def test_after_it_the_person_gets_a_new_link(care: CareTown) -> None:
    close_portal(care.navigator, person_id=care.town.person_id)

    made = open_portal(
        care.navigator, person_id=care.town.person_id, email="right@x.example", given=LinkGiven.SHOWN
    )

    assert Person.objects.get(pk=care.town.person_id).portal_invitation_id == made.id
    assert events_of_kind("people.portal_opened")[-1].payload["given"] == "shown"


def test_the_person_closes_their_own_page(care: CareTown) -> None:
    me = browser_of(care.person)

    assert press(me, "/me/close/").status_code == 302
    assert opened(me) == 302


def test_a_link_that_waits_is_taken_back_with_it_and_by_a_new_one(care: CareTown) -> None:
    close_portal(care.navigator, person_id=care.town.person_id)
    made = [
        open_portal(care.navigator, person_id=care.town.person_id, email=email, given=LinkGiven.SENT)
        for email in ("wrong@x.example", "wrong.too@x.example")
    ]

    close_portal(care.navigator, person_id=care.town.person_id)

    for one in made:
        with pytest.raises(InvitationTakenBack):
            invitation_page(Viewer.nobody(Door.PUBLIC), token=one.token)


def test_nobody_else_closes_it(care: CareTown) -> None:
    other = replace(care.person, person_id=None)

    for viewer in (care.coordinator, care.town.manager, other):
        with pytest.raises(KithError) as caught:
            close_portal(viewer, person_id=care.town.person_id)
        assert isinstance(caught.value, NotFound)


def test_nobody_who_works_there_becomes_the_person(care: CareTown) -> None:
    colleague = a_member(care.town.holder_id, Role.EVALUATOR)
    close_portal(care.navigator, person_id=care.town.person_id)
    assert colleague.user_id is not None

    with pytest.raises(LoginOfStaff):
        link_portal_user(SYSTEM, person_id=care.town.person_id, user_id=colleague.user_id)


def test_an_own_page_is_opened_and_a_law_adopted_only_after_the_password(care: CareTown) -> None:
    close_portal(care.navigator, person_id=care.town.person_id)
    worker, officer = browser_of(care.navigator), browser_of(care.town.privacy_officer)
    pages = {
        f"/people/{care.town.person_id}/own-page/": worker,
        "/privacy/law/express_consent/adopt/": officer,
    }

    for page, browser in pages.items():
        assert browser.get(page).status_code == 302
        assert shown_again(browser).get(page).status_code == 200
