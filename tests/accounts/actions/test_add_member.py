from uuid import UUID

import pytest

from kith.accounts.actions.add_member import add_member
from kith.accounts.errors import AlreadyMember
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_a_role_is_given_and_recorded(harbour: UUID) -> None:
    viewer = make.a_member(harbour, Role.NAVIGATOR, Role.CURATOR)

    assert viewer.roles == {Role.NAVIGATOR, Role.CURATOR}
    assert Event.objects.filter(kind="accounts.member_added", organization_id=harbour).count() == 2


def test_the_same_role_is_not_given_twice(harbour: UUID, navigator: Viewer) -> None:
    with pytest.raises(AlreadyMember):
        make.joined(make.user_id_of(navigator), harbour, Role.NAVIGATOR)


def test_an_unknown_user_or_organisation_is_not_found(harbour: UUID) -> None:
    with pytest.raises(NotFound):
        add_member(make.SYSTEM, user_id=uuid7(), organization_id=harbour, role=Role.ADMIN)
    with pytest.raises(NotFound):
        add_member(make.SYSTEM, user_id=make.a_user(), organization_id=uuid7(), role=Role.ADMIN)


def test_an_admin_cannot_pull_a_user_in(admin: Viewer, harbour: UUID) -> None:
    with pytest.raises(Denied):
        add_member(admin, user_id=make.a_user(), organization_id=harbour, role=Role.NAVIGATOR)
