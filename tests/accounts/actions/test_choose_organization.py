from uuid import UUID

import pytest

from kith.accounts.actions.choose_organization import choose_organization
from kith.accounts.actions.end_membership import end_membership
from kith.core.errors import NotFound
from kith.core.ids import uuid7
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_a_member_of_two_chooses_one(harbour: UUID, lantern: UUID) -> None:
    viewer = make.a_member(harbour, Role.NAVIGATOR)
    make.joined(make.user_id_of(viewer), lantern, Role.CURATOR)

    assert choose_organization(viewer, organization_id=lantern) == lantern

    assert Event.objects.get(kind="accounts.organization_chosen").organization_id == lantern


def test_foreign_unknown_and_ended_ones_are_not_found(
    admin: Viewer, navigator: Viewer, harbour: UUID, lantern: UUID
) -> None:
    end_membership(admin, membership_id=make.a_membership_of(navigator))

    for organization_id in (lantern, uuid7(), harbour):
        with pytest.raises(NotFound):
            choose_organization(navigator, organization_id=organization_id)


def test_nobody_chooses_nothing(harbour: UUID) -> None:
    with pytest.raises(NotFound):
        choose_organization(make.NOBODY, organization_id=harbour)
