import time
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.models import Invitation
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard

pytestmark = pytest.mark.django_db


def test_a_colleague_sees_the_team_without_addresses_and_buttons(
    navigators_browser: Client, admin: Viewer
) -> None:
    page = navigators_browser.get(reverse("team")).content.decode()

    assert "Ada Admin" in page
    assert "admin@harbour.example" not in page
    assert "Invite a colleague" not in page


def test_an_admin_invites_and_the_link_goes_to_the_mailbox_only(
    admins_browser: Client, harbour: UUID
) -> None:
    address = reverse("invite_member", args=[harbour])
    keyboard.show_it_is_you(admins_browser)

    response = keyboard.send(admins_browser, address, email="new@member.example", role="clinician")

    team = admins_browser.get(response["Location"]).content.decode()
    message = keyboard.last_mail()
    assert "new@member.example" in team
    assert message.address == "new@member.example"
    assert message.subject == "An invitation for you"
    link = keyboard.link_in(message)
    assert link.startswith("/account/invitation/")
    assert link not in team


def test_a_form_sent_twice_invites_once(admins_browser: Client, harbour: UUID) -> None:
    keyboard.show_it_is_you(admins_browser)
    key = str(uuid7())

    for _ in range(2):
        keyboard.send(
            admins_browser,
            reverse("invite_member", args=[harbour]),
            key=key,
            email="new@member.example",
            role="clinician",
        )

    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(("email", "role"), [("", "clinician"), ("x", "clinician"), ("a@b.example", "king")])
def test_what_cannot_be_read_comes_back(admins_browser: Client, harbour: UUID, email: str, role: str) -> None:
    keyboard.show_it_is_you(admins_browser)

    response = keyboard.send(admins_browser, reverse("invite_member", args=[harbour]), email=email, role=role)

    assert response.status_code == 422
    assert not Invitation.objects.exists()


def test_an_invitation_is_taken_back(admins_browser: Client, admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin)

    keyboard.send(admins_browser, reverse("withdraw_invitation", args=[invitation_id]))

    assert keyboard.fresh().get(reverse("accept_invitation", args=[token])).status_code == 410
    assert "new@member.example" not in admins_browser.get(reverse("team")).content.decode()


def test_a_role_is_changed_and_ended(admins_browser: Client, navigator: Viewer) -> None:
    keyboard.show_it_is_you(admins_browser)
    membership_id = make.a_membership_of(navigator)

    keyboard.send(admins_browser, reverse("change_role", args=[membership_id]), role="curator")

    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.CURATOR}
    after = make.a_membership_of(make.seen_as(make.user_id_of(navigator)))
    page = admins_browser.get(reverse("end_membership", args=[after])).content.decode()
    assert "Nia Navigator" in page
    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.CURATOR}

    keyboard.send(admins_browser, reverse("end_membership", args=[after]))

    assert make.seen_as(make.user_id_of(navigator)).roles == frozenset()
    assert admins_browser.get(reverse("end_membership", args=[after])).status_code == 404


def test_the_only_admin_reads_why_not(admins_browser: Client, admin: Viewer) -> None:
    keyboard.show_it_is_you(admins_browser)

    response = keyboard.send(admins_browser, reverse("end_membership", args=[make.a_membership_of(admin)]))

    assert response.status_code == 409
    assert "only admin" in response.content.decode()


@pytest.mark.parametrize("page", ["invite_member", "change_role", "end_membership"])
def test_roles_need_the_password_again(
    admins_browser: Client, navigator: Viewer, harbour: UUID, page: str
) -> None:
    address = reverse(page, args=[harbour if page == "invite_member" else make.a_membership_of(navigator)])
    again = f"{reverse('account_reauthenticate')}?next={address}"

    assert admins_browser.get(address)["Location"] == again
    sent = keyboard.send(admins_browser, address, email="a@b.example", role="curator")

    assert sent["Location"] == again
    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.NAVIGATOR}
    assert not Invitation.objects.exists()
    back = keyboard.send(admins_browser, again, password=keyboard.PASSWORD)
    assert back["Location"] == address
    assert admins_browser.get(address).status_code == 200


def test_a_form_that_came_too_late_is_kept_nowhere(admins_browser: Client, harbour: UUID) -> None:
    keyboard.send(
        admins_browser,
        reverse("invite_member", args=[harbour]),
        email="secret@member.example",
        role="curator",
    )

    assert "secret@member.example" not in str(dict(admins_browser.session))


def test_the_password_counts_for_five_minutes(
    admins_browser: Client, harbour: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = reverse("invite_member", args=[harbour])
    keyboard.show_it_is_you(admins_browser)
    assert admins_browser.get(address).status_code == 200

    start = time.time()
    monkeypatch.setattr("allauth.account.internal.flows.reauthentication.time.time", lambda: start + 301)

    assert admins_browser.get(address).status_code == 302


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_for_other_roles_the_pages_are_not_there(navigator: Viewer, harbour: UUID, role: Role) -> None:
    make.a_member(harbour, role, email="other@harbour.example")
    client = keyboard.signed_in("other@harbour.example")
    keyboard.show_it_is_you(client)
    membership_id = make.a_membership_of(navigator)

    for address in (
        reverse("invite_member", args=[harbour]),
        reverse("change_role", args=[membership_id]),
        reverse("end_membership", args=[membership_id]),
    ):
        assert client.get(address).status_code == 404
        assert keyboard.send(client, address, role="admin", email="a@b.example").status_code == 404


def test_another_organisations_admin_finds_nothing(navigator: Viewer, harbour: UUID, lantern: UUID) -> None:
    make.a_member(lantern, Role.ADMIN, email="lee@lantern.example")
    client = keyboard.signed_in("lee@lantern.example")
    keyboard.show_it_is_you(client)
    membership_id = make.a_membership_of(navigator)

    for address in (
        reverse("team", args=[harbour]),
        reverse("invite_member", args=[harbour]),
        reverse("change_role", args=[membership_id]),
        reverse("end_membership", args=[membership_id]),
    ):
        assert client.get(address).status_code == 404


def test_the_hosts_admin_looks_after_a_partners_team(navigator: Viewer, harbour: UUID) -> None:
    make.a_member(make.a_host(), Role.ADMIN, email="hana@host.example")
    client = keyboard.signed_in("hana@host.example")
    keyboard.show_it_is_you(client)

    keyboard.send(client, reverse("change_role", args=[make.a_membership_of(navigator)]), role="admin")

    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.ADMIN}
    event = Event.objects.get(kind="accounts.role_changed")
    assert event.organization_id == harbour


def test_a_stale_page_says_so(admins_browser: Client, navigator: Viewer) -> None:
    keyboard.show_it_is_you(admins_browser)
    address = reverse("change_role", args=[make.a_membership_of(navigator)])
    keyboard.send(admins_browser, address, role="curator")

    assert keyboard.send(admins_browser, address, role="evaluator").status_code == 404
