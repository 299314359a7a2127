from datetime import timedelta

import pytest

from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.withdraw_invitation import withdraw_invitation
from kith.accounts.errors import (
    InvitationExpired,
    InvitationTakenBack,
    InvitationUsed,
    SignInFirst,
    WeakPassword,
)
from kith.accounts.models import Invitation, User
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def take_up(token: str, password: str = make.PASSWORD) -> object:
    return accept_invitation_as_newcomer(
        make.NOBODY, token=token, display_name=" Noor Haddad ", password=password
    )


def test_the_newcomer_can_sign_in_with_the_invited_address(admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin, email="New@Member.example", role=Role.CLINICIAN)

    user_id = take_up(token)

    user = User.objects.get(pk=user_id)
    assert (user.email, user.display_name) == ("new@member.example", "Noor Haddad")
    assert user.check_password(make.PASSWORD)
    assert make.seen_as(user.pk).roles == {Role.CLINICIAN}
    assert Invitation.objects.get(pk=invitation_id).accepted_by_id == user.pk


def test_the_newcomer_is_who_did_it(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)

    user_id = take_up(token)

    assert Event.objects.get(kind="accounts.invitation_accepted").user_id == user_id


def test_it_makes_one_user_and_then_no_more(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)
    take_up(token)

    with pytest.raises(InvitationUsed):
        take_up(token)

    assert User.objects.count() == 2


def test_a_weak_password_leaves_the_invitation_open(admin: Viewer) -> None:
    _, token = make.an_invitation(admin)

    with pytest.raises(WeakPassword):
        take_up(token, "short")

    assert take_up(token)


def test_who_has_a_sign_in_uses_it(admin: Viewer) -> None:
    make.a_user("new@member.example")
    invitation_id, token = make.an_invitation(admin, email="new@member.example")

    with pytest.raises(SignInFirst):
        take_up(token)

    assert Invitation.objects.get(pk=invitation_id).accepted_at is None


def test_expired_taken_back_and_unknown_are_told_apart(admin: Viewer) -> None:
    _, old = make.an_invitation(admin)
    withdrawn_id, withdrawn = make.an_invitation(admin)
    withdraw_invitation(admin, invitation_id=withdrawn_id)

    with clock.at(clock.now() + timedelta(days=8)), pytest.raises(InvitationExpired):
        take_up(old)
    with pytest.raises(InvitationTakenBack):
        take_up(withdrawn)
    with pytest.raises(NotFound):
        take_up("made-up")
