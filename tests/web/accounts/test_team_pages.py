import re
import time
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.accounts.actions.note_failed_sign_in import note_failed_sign_in
from kith.accounts.models import Invitation
from kith.core.ids import uuid7
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


def hosts_browser() -> Client:
    make.a_member(make.a_host(), Role.ADMIN, email="hana@host.example")
    client = keyboard.signed_in("hana@host.example")
    keyboard.show_it_is_you(client)
    return client


def test_for_the_hosts_admin_a_team_with_an_admin_is_not_there(
    admin: Viewer, navigator: Viewer, harbour: UUID
) -> None:
    client = hosts_browser()
    membership_id = make.a_membership_of(navigator)
    invitation_id, _ = make.an_invitation(admin)

    for address in (
        reverse("team", args=[harbour]),
        reverse("invite_member", args=[harbour]),
        reverse("change_role", args=[membership_id]),
        reverse("end_membership", args=[membership_id]),
    ):
        assert client.get(address).status_code == 404
        sent = keyboard.send(client, address, role="admin", email="hana2@host.example")
        assert sent.status_code in {404, 405}
    taken_back = keyboard.send(client, reverse("withdraw_invitation", args=[invitation_id]))
    assert taken_back.status_code == 404
    assert Invitation.objects.filter(withdrawn_at__isnull=True).count() == 1
    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.NAVIGATOR}


def test_the_hosts_admin_gives_a_partner_its_first_admin(navigator: Viewer, harbour: UUID) -> None:
    client = hosts_browser()
    page = client.get(reverse("invite_member", args=[harbour]))
    offered = [tag["value"] for name, tag in keyboard.tags_of(page) if tag.get("name") == "role"]
    assert offered == ["admin"]

    response = keyboard.send(
        client, reverse("invite_member", args=[harbour]), email="first@harbour.example", role="admin"
    )

    team = client.get(response["Location"]).content.decode()
    assert "first@harbour.example" in team
    assert "Nia Navigator" not in team
    assert "nia@harbour.example" not in team
    taken_back = keyboard.send(client, reverse("withdraw_invitation", args=[Invitation.objects.get().pk]))
    assert taken_back["Location"] == response["Location"]
    assert Invitation.objects.get().withdrawn_at is not None


def test_the_hosts_admin_cannot_come_in_as_somebody_else(navigator: Viewer, harbour: UUID) -> None:
    client = hosts_browser()

    response = keyboard.send(
        client, reverse("invite_member", args=[harbour]), email="hana2@host.example", role="navigator"
    )

    assert response.status_code == 422
    assert not Invitation.objects.exists()


def test_the_partners_team_and_privacy_desk_show_who_invited(
    navigators_browser: Client, harbour: UUID
) -> None:
    make.a_member(harbour, Role.PRIVACY_OFFICER, email="pia@harbour.example")
    keyboard.send(
        hosts_browser(),
        reverse("invite_member", args=[harbour]),
        email="first@harbour.example",
        role="admin",
    )
    for number in range(500):
        note_failed_sign_in(replace(make.NOBODY, organization_id=harbour), email=f"{number}@nobody.example")

    team = navigators_browser.get(reverse("team")).content.decode()
    desk = keyboard.signed_in("pia@harbour.example").get(reverse("privacy_desk")).content.decode()

    assert re.search("Northgate Together</bdi> invited somebody as: Admin", team)
    assert "first@harbour.example" not in team
    assert "Someone was invited: administrator" in desk
    assert "Northgate Together" in desk


def test_too_late_for_a_first_admin_is_said_calmly(admin: Viewer, harbour: UUID) -> None:
    _, token = make.an_invitation(admin, role=Role.ADMIN)
    Invitation.objects.update(from_organization=make.an_organization("Northgate Together"))

    page = keyboard.fresh().get(reverse("accept_invitation", args=[token]))

    assert page.status_code == 410
    assert "has an admin by now" in page.content.decode()


def test_a_stale_page_says_so(admins_browser: Client, navigator: Viewer) -> None:
    keyboard.show_it_is_you(admins_browser)
    address = reverse("change_role", args=[make.a_membership_of(navigator)])
    keyboard.send(admins_browser, address, role="curator")

    assert keyboard.send(admins_browser, address, role="evaluator").status_code == 404
