from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.accounts.actions.end_membership import end_membership
from kith.accounts.queries.member_names import member_names
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_colleagues_are_named_and_others_are_left_out(
    navigator: Viewer, admin: Viewer, lantern: UUID
) -> None:
    stranger = make.a_member(lantern, Role.NAVIGATOR)
    ids = [make.user_id_of(viewer) for viewer in (navigator, admin, stranger)]

    assert member_names(navigator, user_ids=ids) == {
        navigator.user_id: "Nia Navigator",
        admin.user_id: "Ada Admin",
    }


def test_a_colleague_who_left_is_still_named(navigator: Viewer, admin: Viewer) -> None:
    end_membership(admin, membership_id=make.a_membership_of(navigator))

    assert member_names(admin, user_ids=[make.user_id_of(navigator)]) == {navigator.user_id: "Nia Navigator"}


def test_who_left_no_longer_learns_names(navigator: Viewer, admin: Viewer) -> None:
    end_membership(admin, membership_id=make.a_membership_of(navigator))
    former = make.seen_as(make.user_id_of(navigator))

    assert member_names(former, user_ids=[make.user_id_of(admin)]) == {}


def test_nobody_learns_no_name(admin: Viewer) -> None:
    assert member_names(make.NOBODY, user_ids=[make.user_id_of(admin)]) == {}


def test_the_system_names_all_in_one_statement(navigator: Viewer, admin: Viewer) -> None:
    with CaptureQueriesContext(connection) as ran:
        names = member_names(make.SYSTEM, user_ids=[make.user_id_of(navigator), make.user_id_of(admin)])

    assert (len(names), len(ran)) == (2, 1)
