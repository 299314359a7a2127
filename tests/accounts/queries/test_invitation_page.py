from datetime import timedelta
from uuid import UUID

import pytest

from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.withdraw_invitation import withdraw_invitation
from kith.accounts.errors import InvitationExpired, InvitationTakenBack, InvitationUsed
from kith.accounts.models import Invitation
from kith.accounts.queries.invitation_page import invitation_page
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_it_says_who_invites_to_what_and_changes_nothing(admin: Viewer, harbour: UUID) -> None:
    invitation_id, token = make.an_invitation(admin, role=Role.CURATOR)

    page = invitation_page(make.NOBODY, token=token)

    assert (page.organization_id, page.role, page.email) == (harbour, Role.CURATOR, "new@member.example")
    assert Invitation.objects.get(pk=invitation_id).accepted_at is None


@pytest.mark.parametrize(
    ("has_sign_in", "looks", "is_for_viewer"),
    [
        (False, "nobody", True),
        (True, "nobody", True),
        (True, "the invited", True),
        (True, "someone else", False),
        (False, "someone else", False),
    ],
)
def test_it_knows_for_whom_it_is(admin: Viewer, has_sign_in: bool, looks: str, is_for_viewer: bool) -> None:
    _, token = make.an_invitation(admin)
    viewers = {"nobody": make.NOBODY, "someone else": admin}
    if has_sign_in:
        viewers["the invited"] = make.seen_as(make.a_user("new@member.example"))

    page = invitation_page(viewers[looks], token=token)

    assert (page.has_sign_in, page.is_for_viewer) == (has_sign_in, is_for_viewer)


def test_closed_ones_say_why(admin: Viewer) -> None:
    _, used = make.an_invitation(admin)
    accept_invitation_as_newcomer(make.NOBODY, token=used, display_name="Noor", password=make.PASSWORD)
    withdrawn_id, withdrawn = make.an_invitation(admin)
    withdraw_invitation(admin, invitation_id=withdrawn_id)
    _, old = make.an_invitation(admin)

    with pytest.raises(InvitationUsed):
        invitation_page(make.NOBODY, token=used)
    with pytest.raises(InvitationTakenBack):
        invitation_page(make.NOBODY, token=withdrawn)
    with clock.at(clock.now() + timedelta(days=7)), pytest.raises(InvitationExpired):
        invitation_page(make.NOBODY, token=old)
    with pytest.raises(NotFound):
        invitation_page(make.NOBODY, token="made-up")
