from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.actions.end_membership import end_membership
from kith.accounts.models import User
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from kith.web.request import ACTING_FOR
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.conftest import NAVIGATOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_two(navigator: Viewer, lantern: UUID) -> Client:
    make.joined(make.user_id_of(navigator), lantern, Role.ADMIN)
    return keyboard.fresh()


def choose(client: Client, organization_id: UUID) -> keyboard.HttpResponse:
    return keyboard.send(client, reverse("choose_organization"), organization_id=str(organization_id))


def test_ones_own_page_says_who_for_whom_and_how(navigators_browser: Client) -> None:
    page = navigators_browser.get(reverse("my_account")).content.decode()

    assert "Harbour House" in page
    assert NAVIGATOR in page
    assert "One-time codes are off" in page


def test_the_name_is_changed_once_per_form(navigators_browser: Client, navigator: Viewer) -> None:
    key = str(uuid7())

    for _ in range(2):
        response = keyboard.send(navigators_browser, reverse("my_account"), key=key, display_name="Nia N.")
        assert response.status_code == 302

    assert User.objects.get(pk=navigator.user_id).display_name == "Nia N."
    assert Event.objects.filter(kind="accounts.name_changed").count() == 1


def test_an_empty_name_comes_back_with_the_reason(navigators_browser: Client) -> None:
    response = keyboard.send(navigators_browser, reverse("my_account"), display_name="")

    assert response.status_code == 422
    assert 'id="id_display_name_error"' in response.content.decode()


def test_a_member_of_two_is_asked_which(in_two: Client) -> None:
    assert keyboard.sign_in(in_two, NAVIGATOR)["Location"] == reverse("choose_organization")

    page = in_two.get(reverse("choose_organization")).content.decode()

    assert "Act for Harbour House" in page
    assert "Act for Lantern Legal Aid" in page
    assert in_two.get(reverse("team")).status_code == 404


def test_the_choice_holds_for_the_next_pages_and_can_be_changed(
    in_two: Client, harbour: UUID, lantern: UUID
) -> None:
    keyboard.sign_in(in_two, NAVIGATOR)

    choose(in_two, harbour)
    first = in_two.get(reverse("team")).content.decode()
    choose(in_two, lantern)
    second = in_two.get(reverse("team")).content.decode()

    assert "Harbour House" in first
    assert "Lantern Legal Aid" in second
    assert "Invite a colleague" not in first
    assert "Invite a colleague" in second


def test_a_foreign_organisation_is_not_found_and_the_choice_stays(in_two: Client, harbour: UUID) -> None:
    keyboard.sign_in(in_two, NAVIGATOR)
    choose(in_two, harbour)

    for organization_id in (make.an_organization("Elsewhere"), uuid7()):
        assert choose(in_two, organization_id).status_code == 404

    assert in_two.session[ACTING_FOR] == str(harbour)


@pytest.mark.parametrize(
    "planted", ["not an id", "", str(uuid7()), "None"], ids=["words", "empty", "an id", "None"]
)
def test_a_planted_choice_in_the_session_opens_nothing_foreign(
    navigators_browser: Client, planted: str
) -> None:
    session = navigators_browser.session
    session[ACTING_FOR] = planted
    session.save()

    assert navigators_browser.get(reverse("my_account")).status_code == 200
    assert navigators_browser.get(reverse("team")).status_code in {200, 404}


def test_when_the_chosen_role_ends_the_next_page_is_closed(
    in_two: Client, harbour: UUID, admin: Viewer, navigator: Viewer
) -> None:
    keyboard.sign_in(in_two, NAVIGATOR)
    choose(in_two, harbour)
    assert in_two.get(reverse("team")).status_code == 200

    end_membership(admin, membership_id=make.a_membership_of(navigator))

    assert in_two.get(reverse("team")).status_code == 404


def test_a_form_without_a_choice_is_bad_input(navigators_browser: Client) -> None:
    for chosen in ("", "not an id"):
        response = keyboard.send(navigators_browser, reverse("choose_organization"), organization_id=chosen)
        assert response.status_code == 422


def test_who_acts_for_nobody_has_a_calm_page() -> None:
    make.a_user("amina@home.example")
    client = keyboard.signed_in("amina@home.example")

    assert "You do not act for an organisation" in client.get(reverse("my_account")).content.decode()
    assert client.get(reverse("choose_organization")).status_code == 200
    assert client.get(reverse("team")).status_code == 404
