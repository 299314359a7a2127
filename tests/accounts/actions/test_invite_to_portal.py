from uuid import UUID

import pytest

from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.invite_to_portal import invite_to_portal
from kith.accounts.queries.team import team
from kith.core.errors import Denied
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_a_person_gets_a_sign_in_and_no_role(navigator: Viewer) -> None:
    made = invite_to_portal(navigator, email="person@home.example")

    user_id = accept_invitation_as_newcomer(
        make.NOBODY, token=made.token, display_name="Amina", password=make.PASSWORD
    )

    viewer = make.seen_as(user_id)
    assert viewer.roles == frozenset()
    assert viewer.organization_id is None


def test_the_event_names_invitation_and_user_so_that_the_page_can_be_linked(navigator: Viewer) -> None:
    made = invite_to_portal(navigator, email="person@home.example")
    user_id = accept_invitation_as_newcomer(
        make.NOBODY, token=made.token, display_name="Amina", password=make.PASSWORD
    )

    event = Event.objects.get(kind="accounts.invitation_accepted")
    assert (event.subject_kind, event.subject_id) == ("invitation", made.id)
    assert event.payload == {"user_id": str(user_id), "role": ""}


def test_no_admin_sees_that_a_person_was_invited(navigator: Viewer, admin: Viewer, harbour: UUID) -> None:
    invite_to_portal(navigator, email="person@home.example")

    assert team(admin, organization_id=harbour).invitations == []


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.NAVIGATOR, Role.CLINICIAN}])
def test_other_roles_do_not_invite_people(harbour: UUID, role: Role) -> None:
    with pytest.raises(Denied):
        invite_to_portal(make.a_member(harbour, role), email="person@home.example")


def test_nobody_does_not_invite_people() -> None:
    with pytest.raises(Denied):
        invite_to_portal(make.NOBODY, email="person@home.example")
