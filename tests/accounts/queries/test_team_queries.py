from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.accounts.actions.accept_invitation_as_newcomer import accept_invitation_as_newcomer
from kith.accounts.actions.end_membership import end_membership
from kith.accounts.actions.invite_member import invite_member
from kith.accounts.models import User
from kith.accounts.queries.colleagues import ColleagueLine, colleagues
from kith.accounts.queries.may_invite_admin import may_invite_admin
from kith.accounts.queries.member_names import member_names
from kith.accounts.queries.membership_page import membership_page
from kith.accounts.queries.memberships_of import memberships_of
from kith.accounts.queries.my_account import my_account
from kith.accounts.queries.team import team
from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_colleagues_come_by_name_with_all_their_roles(admin: Viewer, harbour: UUID, lantern: UUID) -> None:
    both = make.a_member(harbour, Role.NAVIGATOR, Role.CURATOR, name="Bea Both")
    make.a_member(lantern, Role.NAVIGATOR)

    with CaptureQueriesContext(connection) as ran:
        lines = colleagues(admin)

    assert lines == [
        ColleagueLine(make.user_id_of(admin), "Ada Admin", frozenset({Role.ADMIN})),
        ColleagueLine(make.user_id_of(both), "Bea Both", frozenset({Role.NAVIGATOR, Role.CURATOR})),
    ]
    assert len(ran) <= 2


def test_who_left_or_is_closed_is_no_colleague(admin: Viewer, navigator: Viewer, harbour: UUID) -> None:
    closed = make.a_member(harbour, Role.CURATOR)
    User.objects.filter(pk=closed.user_id).update(is_active=False)
    end_membership(admin, membership_id=make.a_membership_of(navigator))

    assert [line.name for line in colleagues(admin)] == ["Ada Admin"]


def test_nobody_has_no_colleagues(admin: Viewer) -> None:
    assert colleagues(make.NOBODY) == []
    assert colleagues(make.SYSTEM) == []


def test_only_who_manages_sees_addresses_and_invitations(
    admin: Viewer, navigator: Viewer, harbour: UUID
) -> None:
    make.an_invitation(admin)

    managed, read = (team(viewer, organization_id=harbour) for viewer in (admin, navigator))

    assert [line.email for line in managed.members] == ["admin@harbour.example", "nia@harbour.example"]
    assert [line.email for line in managed.invitations] == ["new@member.example"]
    assert [line.email for line in read.members] == ["", ""]
    assert (read.invitations, read.may_manage) == ([], False)


def test_an_old_invitation_is_marked_as_run_out(admin: Viewer, harbour: UUID) -> None:
    make.an_invitation(admin)

    with clock.at(clock.now() + timedelta(days=8)):
        (line,) = team(admin, organization_id=harbour).invitations

    assert line.is_expired


def test_a_team_takes_a_bounded_number_of_statements(admin: Viewer, harbour: UUID) -> None:
    for _ in range(5):
        make.a_member(harbour, Role.NAVIGATOR)
        make.an_invitation(admin)

    with CaptureQueriesContext(connection) as ran:
        page = team(admin, organization_id=harbour)

    assert len(page.members) == 6
    assert len(ran) <= 7


def test_a_foreign_and_an_unknown_team_are_not_found(
    navigator: Viewer, lantern: UUID, host_admin: Viewer
) -> None:
    for viewer, organization_id in ((navigator, lantern), (make.NOBODY, lantern), (host_admin, uuid7())):
        with pytest.raises(NotFound):
            team(viewer, organization_id=organization_id)


def test_the_hosts_admin_does_not_find_a_team_that_has_an_admin(
    harbour: UUID, admin: Viewer, host_admin: Viewer
) -> None:
    with pytest.raises(NotFound):
        team(host_admin, organization_id=harbour)

    assert not may_invite_admin(host_admin, organization_id=harbour)


def test_without_an_admin_the_host_may_invite_one_and_sees_nobody(
    harbour: UUID, navigator: Viewer, host_admin: Viewer
) -> None:
    invite_member(host_admin, organization_id=harbour, email="first@h.example", role=Role.ADMIN)

    with CaptureQueriesContext(connection) as ran:
        page = team(host_admin, organization_id=harbour)

    assert may_invite_admin(host_admin, organization_id=harbour)
    assert (page.may_manage, page.may_invite, page.members) == (False, (Role.ADMIN,), [])
    assert [line.email for line in page.invitations] == ["first@h.example"]
    assert len(ran) <= 6
    assert member_names(host_admin, user_ids=[make.user_id_of(navigator)]) == {}
    with pytest.raises(NotFound):
        membership_page(host_admin, membership_id=make.a_membership_of(navigator))


def test_everybody_who_works_there_sees_that_somebody_outside_invited(
    harbour: UUID, navigator: Viewer, host_admin: Viewer
) -> None:
    made = invite_member(host_admin, organization_id=harbour, email="first@h.example", role=Role.ADMIN)

    page = team(navigator, organization_id=harbour)

    (line,) = page.from_outside
    assert (line.from_organization_id, line.role) == (host_admin.organization_id, "Admin")
    assert not line.is_accepted
    assert "first@h.example" not in str(page)
    accept_invitation_as_newcomer(
        make.NOBODY, token=made.token, display_name="Fay First", password=make.PASSWORD
    )
    assert team(navigator, organization_id=harbour).from_outside[0].is_accepted


def test_an_invitation_from_within_is_none_from_outside(harbour: UUID, admin: Viewer) -> None:
    make.an_invitation(admin)

    assert team(admin, organization_id=harbour).from_outside == []


def test_memberships_are_the_present_ones_that_the_viewer_may_see(
    admin: Viewer, harbour: UUID, lantern: UUID
) -> None:
    user_id = make.user_id_of(make.a_member(harbour, Role.NAVIGATOR, Role.CURATOR))
    make.joined(user_id, lantern, Role.COORDINATOR)

    def seen_by(viewer: Viewer) -> list[Role]:
        return [line.role for line in memberships_of(viewer, user_id=user_id)]

    end_membership(admin, membership_id=memberships_of(admin, user_id=user_id)[1].id)

    assert seen_by(make.SYSTEM) == [Role.NAVIGATOR, Role.COORDINATOR]
    assert seen_by(make.seen_as(user_id)) == [Role.NAVIGATOR, Role.COORDINATOR]
    assert seen_by(admin) == [Role.NAVIGATOR]
    assert seen_by(make.NOBODY) == []


def test_ones_own_sign_in_shows_every_organisation(harbour: UUID, lantern: UUID) -> None:
    user_id = make.user_id_of(make.a_member(harbour, Role.NAVIGATOR, Role.CURATOR, email="bea@h.example"))
    viewer = make.joined(user_id, lantern, Role.ADMIN)

    page = my_account(viewer)

    assert page.email == "bea@h.example"
    assert [(line.organization_id, line.roles, line.is_current) for line in page.acts_for] == [
        (harbour, (Role.NAVIGATOR, Role.CURATOR), False),
        (lantern, (Role.ADMIN,), True),
    ]


def test_nobody_has_no_sign_in_to_show() -> None:
    with pytest.raises(NotFound):
        my_account(make.NOBODY)


def test_a_role_is_shown_to_who_may_change_it(admin: Viewer, navigator: Viewer, lantern: UUID) -> None:
    membership_id = make.a_membership_of(navigator)

    assert membership_page(admin, membership_id=membership_id).name == "Nia Navigator"
    with pytest.raises(Denied):
        membership_page(navigator, membership_id=membership_id)
    with pytest.raises(NotFound):
        membership_page(make.a_member(lantern, Role.ADMIN), membership_id=membership_id)


def test_an_ended_role_has_no_page(admin: Viewer, navigator: Viewer) -> None:
    membership_id = make.a_membership_of(navigator)
    end_membership(admin, membership_id=membership_id)

    with pytest.raises(NotFound):
        membership_page(admin, membership_id=membership_id)
