from datetime import timedelta
from uuid import UUID

import pytest

from kith.accounts.actions.accept_invitation import accept_invitation
from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.invite_member import invite_member
from kith.accounts.actions.withdraw_invitation import withdraw_invitation
from kith.accounts.errors import (
    InvitationExpired,
    InvitationForSomeoneElse,
    InvitationOvertaken,
    InvitationTakenBack,
    InvitationUsed,
    SignInFirst,
)
from kith.accounts.models import Invitation, Membership, User
from kith.accounts.queries.invitation_page import invitation_page
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
EMAIL = "new@member.example"


@pytest.fixture
def invited(db: None) -> Viewer:
    return make.seen_as(make.a_user(EMAIL))


def test_the_invited_user_gets_the_role(admin: Viewer, invited: Viewer, harbour: UUID) -> None:
    _, token = make.an_invitation(admin, email=EMAIL, role=Role.CURATOR)

    user_id = accept_invitation(invited, token=token)

    viewer = make.seen_as(user_id)
    assert (viewer.organization_id, viewer.roles) == (harbour, {Role.CURATOR})


def test_an_invitation_works_once(admin: Viewer, invited: Viewer) -> None:
    _, token = make.an_invitation(admin, email=EMAIL)
    accept_invitation(invited, token=token)

    with pytest.raises(InvitationUsed):
        accept_invitation(invited, token=token)

    assert Event.objects.filter(kind="accounts.invitation_accepted").count() == 1


def test_who_looked_before_the_other_accepted_still_comes_second(
    admin: Viewer, invited: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The update itself is conditional: passing the check with a stale row is not enough."""
    _, token = make.an_invitation(admin, email=EMAIL)
    accept_invitation(invited, token=token)
    monkeypatch.setattr("kith.accounts.actions.accept_invitation.check_open", lambda *_: None)

    with pytest.raises(InvitationUsed):
        accept_invitation(invited, token=token)


def test_another_users_invitation_stays_unused(admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin, email=EMAIL)

    with pytest.raises(InvitationForSomeoneElse):
        accept_invitation(make.seen_as(make.a_user("else@member.example")), token=token)

    assert Invitation.objects.get(pk=invitation_id).accepted_at is None
    assert Membership.objects.count() == 1


def test_after_seven_days_it_has_run_out(admin: Viewer, invited: Viewer) -> None:
    _, token = make.an_invitation(admin, email=EMAIL)

    with clock.at(clock.now() + timedelta(days=7)), pytest.raises(InvitationExpired):
        accept_invitation(invited, token=token)


def test_a_second_before_it_is_still_good(admin: Viewer, invited: Viewer) -> None:
    moment = clock.now()
    with clock.at(moment):
        _, token = make.an_invitation(admin, email=EMAIL)

    with clock.at(moment + timedelta(days=7, seconds=-1)):
        assert accept_invitation(invited, token=token) == invited.user_id


def test_one_that_was_taken_back_is_closed(admin: Viewer, invited: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin, email=EMAIL)
    withdraw_invitation(admin, invitation_id=invitation_id)

    with pytest.raises(InvitationTakenBack):
        accept_invitation(invited, token=token)


def test_an_unknown_token_is_not_found(invited: Viewer) -> None:
    with pytest.raises(NotFound):
        accept_invitation(invited, token="made-up")


def test_nobody_signs_in_first(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)

    with pytest.raises(SignInFirst):
        accept_invitation(make.NOBODY, token=token)


def test_a_colleague_who_has_the_role_keeps_one_of_it(admin: Viewer, harbour: UUID) -> None:
    colleague = make.a_member(harbour, Role.CURATOR, email=EMAIL)
    _, token = make.an_invitation(admin, email=EMAIL, role=Role.CURATOR)

    accept_invitation(colleague, token=token)

    assert Membership.objects.filter(user_id=colleague.user_id).count() == 1


def invited_by_the_host(host_admin: Viewer, organization_id: UUID, email: str) -> str:
    return invite_member(host_admin, organization_id=organization_id, email=email, role=Role.ADMIN).token


def test_a_partner_gets_its_first_admin_from_the_host(
    host_admin: Viewer, invited: Viewer, harbour: UUID
) -> None:
    token = invited_by_the_host(host_admin, harbour, EMAIL)

    accept_invitation(invited, token=token)

    assert make.seen_as(make.user_id_of(invited)).roles == {Role.ADMIN}


def test_with_an_admin_the_hosts_other_invitation_is_worth_nothing(
    host_admin: Viewer, invited: Viewer, harbour: UUID
) -> None:
    """Else the host's admin could invite himself too while there is none, and come in later."""
    his, theirs = (invited_by_the_host(host_admin, harbour, e) for e in ("hana@host.example", EMAIL))
    accept_invitation(invited, token=theirs)

    for look in (
        lambda: accept_invitation(host_admin, token=his),
        lambda: invitation_page(host_admin, token=his),
    ):
        with pytest.raises(InvitationOvertaken):
            look()
    assert make.seen_as(make.user_id_of(host_admin), harbour).roles == frozenset()


def test_a_newcomer_who_comes_too_late_gets_no_sign_in(
    host_admin: Viewer, invited: Viewer, harbour: UUID
) -> None:
    late, theirs = (invited_by_the_host(host_admin, harbour, e) for e in ("late@host.example", EMAIL))
    accept_invitation(invited, token=theirs)

    with pytest.raises(InvitationOvertaken):
        accept_invitation_as_newcomer(
            make.NOBODY, token=late, display_name="Lars Late", password=make.PASSWORD
        )

    assert not User.objects.filter(email="late@host.example").exists()


def test_an_invitation_that_nobody_can_place_gives_no_role(
    admin: Viewer, invited: Viewer, harbour: UUID
) -> None:
    invitation_id, token = make.an_invitation(admin, email=EMAIL, role=Role.NAVIGATOR)
    Invitation.objects.filter(pk=invitation_id).update(from_organization=None)

    with pytest.raises(InvitationOvertaken):
        accept_invitation(invited, token=token)
