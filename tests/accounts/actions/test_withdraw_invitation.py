from uuid import UUID

import pytest

from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.invite_to_portal import invite_to_portal
from kith.accounts.actions.withdraw_invitation import withdraw_invitation
from kith.accounts.models import Invitation
from kith.core.errors import NotFound, StatusConflict
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_it_is_closed_and_recorded(admin: Viewer) -> None:
    invitation_id, _ = make.an_invitation(admin)

    assert withdraw_invitation(admin, invitation_id=invitation_id) == admin.organization_id

    assert Invitation.objects.get(pk=invitation_id).withdrawn_at is not None
    assert Event.objects.filter(kind="accounts.invitation_withdrawn", subject_id=invitation_id).exists()


def test_a_used_one_stays_used(admin: Viewer) -> None:
    invitation_id, token = make.an_invitation(admin)
    accept_invitation_as_newcomer(make.NOBODY, token=token, display_name="Noor", password=make.PASSWORD)

    with pytest.raises(StatusConflict):
        withdraw_invitation(admin, invitation_id=invitation_id)


def test_others_do_not_find_it(admin: Viewer, navigator: Viewer, lantern: UUID) -> None:
    invitation_id, _ = make.an_invitation(admin)

    for viewer in (navigator, make.a_member(lantern, Role.ADMIN), make.NOBODY):
        with pytest.raises(NotFound):
            withdraw_invitation(viewer, invitation_id=invitation_id)


def test_a_persons_invitation_is_not_an_admins_to_find(admin: Viewer, navigator: Viewer) -> None:
    made = invite_to_portal(navigator, email="person@home.example")

    with pytest.raises(NotFound):
        withdraw_invitation(admin, invitation_id=made.id)
