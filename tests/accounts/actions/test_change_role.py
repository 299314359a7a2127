from uuid import UUID

import pytest

from kith.accounts.actions.change_role import change_role
from kith.accounts.actions.end_membership import end_membership
from kith.accounts.errors import AlreadyMember, LastAdmin
from kith.accounts.models import Membership
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_the_old_role_ends_and_the_new_one_begins(admin: Viewer, navigator: Viewer) -> None:
    before = make.a_membership_of(navigator)

    after = change_role(admin, membership_id=before, role=Role.CURATOR)

    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.CURATOR}
    assert Membership.objects.get(pk=before).ended_at is not None
    event = Event.objects.get(kind="accounts.role_changed")
    assert event.payload == {"before": "navigator", "after": "curator", "membership_id": str(after)}


def test_a_role_the_colleague_has_is_not_given_again(admin: Viewer, harbour: UUID) -> None:
    both = make.a_member(harbour, Role.NAVIGATOR, Role.CURATOR)

    for role in (Role.NAVIGATOR, Role.CURATOR):
        with pytest.raises(AlreadyMember):
            change_role(admin, membership_id=make.a_membership_of(both), role=role)

    assert make.seen_as(make.user_id_of(both)).roles == {Role.NAVIGATOR, Role.CURATOR}


def test_the_only_admin_keeps_the_role(admin: Viewer) -> None:
    with pytest.raises(LastAdmin):
        change_role(admin, membership_id=make.a_membership_of(admin), role=Role.CURATOR)


def test_a_role_that_has_ended_is_not_changed(admin: Viewer, navigator: Viewer) -> None:
    membership_id = make.a_membership_of(navigator)
    end_membership(admin, membership_id=membership_id)

    with pytest.raises(StatusConflict):
        change_role(admin, membership_id=membership_id, role=Role.CURATOR)


def test_nobody_raises_their_own_role(navigator: Viewer) -> None:
    with pytest.raises(Denied):
        change_role(navigator, membership_id=make.a_membership_of(navigator), role=Role.ADMIN)


def test_a_foreign_role_is_not_found(lantern: UUID, navigator: Viewer) -> None:
    stranger = make.a_member(lantern, Role.ADMIN)

    with pytest.raises(NotFound):
        change_role(stranger, membership_id=make.a_membership_of(navigator), role=Role.CURATOR)


def test_the_hosts_admin_does_not_find_a_partners_roles(host_admin: Viewer, navigator: Viewer) -> None:
    with pytest.raises(NotFound):
        change_role(host_admin, membership_id=make.a_membership_of(navigator), role=Role.ADMIN)

    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.NAVIGATOR}
