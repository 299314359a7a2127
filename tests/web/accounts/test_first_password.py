"""Whoever signs in without a password is helped to one, and does nothing far-reaching before."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.models import Invitation, User
from kith.core.viewer import Role, Viewer
from kith.post.models import OutgoingMessage
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard
from tests.web.accounts.test_every_account_page import check_page

pytestmark = pytest.mark.django_db
EMAIL = "new@harbour.example"
PAGE = "/account/password/first/"


@pytest.fixture
def browser(harbour: UUID) -> Client:
    """An admin's, who was made by a command without a password."""
    user_id = make.a_user(EMAIL, password=None)
    make.joined(user_id, harbour, Role.ADMIN)
    client = keyboard.fresh()
    client.force_login(User.objects.get(pk=user_id), "allauth.account.auth_backends.AuthenticationBackend")
    client.get(PAGE)  # its form brings the token
    return client


def test_to_change_a_password_that_is_not_there_leads_to_the_page(browser: Client) -> None:
    response = browser.get(reverse("account_change_password"))

    assert response["Location"] == PAGE
    check_page(browser, PAGE)


def test_a_link_goes_to_their_mailbox_and_gives_a_password(browser: Client) -> None:
    page = browser.get(PAGE)
    (email,) = (tag["value"] for _, tag in keyboard.tags_of(page) if tag.get("name") == "email")
    assert email == EMAIL

    keyboard.send(browser, reverse("account_reset_password"), email=email)
    form = browser.get(keyboard.link_in(keyboard.last_mail()))["Location"]
    keyboard.send(browser, form, password1="seven quiet boats", password2="seven quiet boats")

    assert keyboard.sign_in(keyboard.fresh(), EMAIL, "seven quiet boats").status_code == 302
    assert {message.address for message in OutgoingMessage.objects.all()} == {EMAIL}


def test_who_has_a_password_changes_it(navigators_browser: Client) -> None:
    assert navigators_browser.get(PAGE)["Location"] == reverse("account_change_password")


def test_nobody_signs_in_first() -> None:
    assert keyboard.fresh().get(PAGE)["Location"].startswith(reverse("account_login"))


def test_roles_wait_until_there_is_a_password(browser: Client, navigator: Viewer, harbour: UUID) -> None:
    membership_id = make.a_membership_of(navigator)

    for address in (
        reverse("invite_member", args=[harbour]),
        reverse("change_role", args=[membership_id]),
        reverse("end_membership", args=[membership_id]),
    ):
        assert browser.get(address)["Location"] == PAGE
        sent = keyboard.send(browser, address, role="admin", email="a@b.example")
        assert sent["Location"] == PAGE
    assert not Invitation.objects.exists()
    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.NAVIGATOR}
