from uuid import UUID

import pytest

from kith.accounts.actions.end_membership import end_membership
from kith.accounts.errors import LastAdmin
from kith.accounts.models import Membership
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_an_ended_role_stays_on_record_and_opens_nothing(admin: Viewer, navigator: Viewer) -> None:
    membership_id = make.a_membership_of(navigator)

    end_membership(admin, membership_id=membership_id)

    assert Membership.objects.get(pk=membership_id).ended_at is not None
    assert make.seen_as(make.user_id_of(navigator)).roles == frozenset()
    event = Event.objects.get(kind="accounts.membership_ended")
    assert event.payload == {"role": "navigator", "membership_id": str(membership_id)}


def test_a_role_does_not_end_twice(admin: Viewer, navigator: Viewer) -> None:
    membership_id = make.a_membership_of(navigator)
    end_membership(admin, membership_id=membership_id)

    with pytest.raises(StatusConflict):
        end_membership(admin, membership_id=membership_id)


def test_the_only_admin_cannot_be_taken_away(admin: Viewer) -> None:
    with pytest.raises(LastAdmin):
        end_membership(admin, membership_id=make.a_membership_of(admin))


def test_one_of_two_admins_can(admin: Viewer, harbour: UUID) -> None:
    other = make.a_member(harbour, Role.ADMIN)

    end_membership(admin, membership_id=make.a_membership_of(other))

    assert make.seen_as(make.user_id_of(other)).roles == frozenset()


def test_a_colleague_without_the_role_is_denied(admin: Viewer, navigator: Viewer) -> None:
    with pytest.raises(Denied):
        end_membership(navigator, membership_id=make.a_membership_of(admin))


def test_an_admin_elsewhere_does_not_find_it(lantern: UUID, navigator: Viewer) -> None:
    stranger = make.a_member(lantern, Role.ADMIN)

    with pytest.raises(NotFound):
        end_membership(stranger, membership_id=make.a_membership_of(navigator))


def test_the_hosts_admin_does_not_find_a_partners_roles(host_admin: Viewer, navigator: Viewer) -> None:
    with pytest.raises(NotFound):
        end_membership(host_admin, membership_id=make.a_membership_of(navigator))

    assert make.seen_as(make.user_id_of(navigator)).roles == {Role.NAVIGATOR}
