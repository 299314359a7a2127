"""Who is away: the page for a worker, for an admin, and for others."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.actions.set_absence import set_absence
from kith.accounts.models import Absence
from kith.core import clock
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard

pytestmark = pytest.mark.django_db
ADDRESS = "/account/absences/"


@pytest.fixture
def ben(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.CLINICIAN, name="Ben Clinician")


def said(user: Viewer, cover: Viewer, first: int = 0, last: int = 6) -> dict[str, str]:
    today = clock.today("UTC")
    return {
        "user_id": str(user.user_id),
        "cover_id": str(cover.user_id),
        "first_on": (today + timedelta(days=first)).isoformat(),
        "last_on": (today + timedelta(days=last)).isoformat(),
    }


def test_a_worker_offers_themself_alone_and_every_helper_but_themself_to_cover(
    navigators_browser: Client, navigator: Viewer, admin: Viewer, ben: Viewer
) -> None:
    page = navigators_browser.get(ADDRESS).content.decode()

    assert page.count(f'value="{navigator.user_id}"') == 1
    assert page.count(f'value="{ben.user_id}"') == 1
    assert f'value="{admin.user_id}"' not in page


def test_an_admin_writes_it_down_for_a_colleague(
    admins_browser: Client, navigator: Viewer, ben: Viewer
) -> None:
    answer = keyboard.send(admins_browser, ADDRESS, **said(navigator, ben))

    assert answer["Location"] == ADDRESS
    assert Absence.objects.get().user_id == navigator.user_id
    assert "Nia Navigator" in admins_browser.get(ADDRESS).content.decode()


def test_what_cannot_be_comes_back_in_the_form_with_its_entries(
    navigators_browser: Client, navigator: Viewer, ben: Viewer
) -> None:
    entries = said(navigator, ben, 3, 2)

    answer = keyboard.send(navigators_browser, ADDRESS, **entries)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "within a year" in page
    assert entries["last_on"] in page
    assert not Absence.objects.exists()


def test_nobody_is_named_who_was_not_offered(
    navigators_browser: Client, navigator: Viewer, ben: Viewer
) -> None:
    answer = keyboard.send(navigators_browser, ADDRESS, **said(ben, navigator))

    assert answer.status_code == 422
    assert not Absence.objects.exists()


def test_a_form_sent_twice_writes_it_down_once(
    navigators_browser: Client, navigator: Viewer, ben: Viewer
) -> None:
    entries = said(navigator, ben) | {"key": "0190a000-0000-7000-8000-000000000001"}

    for _ in range(2):
        assert keyboard.send(navigators_browser, ADDRESS, **entries).status_code == 302

    assert Absence.objects.count() == 1


def test_looking_ends_nothing(navigators_browser: Client, navigator: Viewer, ben: Viewer) -> None:
    keyboard.send(navigators_browser, ADDRESS, **said(navigator, ben))
    address = reverse("end_absence", args=[Absence.objects.get().pk])

    assert navigators_browser.get(address).status_code == 405
    assert Absence.objects.get().ended_at is None


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN, Role.ADMIN}]
)
def test_for_who_helps_nobody_the_page_is_not_here(harbour: UUID, role: Role) -> None:
    make.a_member(harbour, role, email="other@harbour.example")
    browser = keyboard.signed_in("other@harbour.example")

    assert browser.get(ADDRESS).status_code == 404
    assert ADDRESS not in browser.get("/account/team/").content.decode()


def test_list_and_team_lead_there(navigators_browser: Client, ben: Viewer) -> None:
    for address in ("/list/", "/account/team/"):
        assert ADDRESS in navigators_browser.get(address).content.decode()


def test_in_arabic_the_page_is_arabic(navigators_browser: Client, navigator: Viewer, ben: Viewer) -> None:
    today = clock.today("UTC")
    set_absence(
        navigator,
        user_id=make.user_id_of(navigator),
        cover_id=make.user_id_of(ben),
        first_on=today,
        last_on=today,
    )

    page = navigators_browser.get(f"/ar{ADDRESS}").content.decode()

    assert 'dir="rtl"' in page
    assert "من الغائب" in page
    assert "Who is away" not in page
