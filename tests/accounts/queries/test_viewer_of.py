from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.accounts.actions.end_membership import end_membership
from kith.accounts.models import User
from kith.accounts.queries.viewer_of import viewer_of
from kith.core.ids import uuid7
from kith.core.viewer import Door, Purpose, Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_nobody_stays_nobody() -> None:
    assert viewer_of(make.NOBODY, user_id=None, organization_id=uuid7()) == make.NOBODY


def test_the_only_organisation_is_acted_for(harbour: UUID) -> None:
    viewer = make.seen_as(make.user_id_of(make.a_member(harbour, Role.NAVIGATOR, Role.CURATOR)))

    assert viewer.organization_id == harbour
    assert viewer.roles == {Role.NAVIGATOR, Role.CURATOR}
    assert viewer.door is Door.STAFF
    assert not viewer.is_system


@pytest.mark.parametrize(
    ("role", "purpose"),
    [
        (Role.NAVIGATOR, Purpose.CARE),
        (Role.CLINICIAN, Purpose.CARE),
        (Role.COORDINATOR, Purpose.CARE),
        (Role.PARTNERSHIP_MANAGER, Purpose.OPERATIONS),
        (Role.CURATOR, Purpose.OPERATIONS),
        (Role.EVALUATOR, Purpose.OPERATIONS),
        (Role.PRIVACY_OFFICER, Purpose.OPERATIONS),
        (Role.ADMIN, Purpose.OPERATIONS),
    ],
)
def test_the_role_says_why_one_looks(harbour: UUID, role: Role, purpose: Purpose) -> None:
    assert make.a_member(harbour, role).purpose is purpose


def test_of_two_organisations_none_is_guessed(harbour: UUID, lantern: UUID) -> None:
    user_id = make.user_id_of(make.a_member(harbour, Role.NAVIGATOR))
    make.joined(user_id, lantern, Role.ADMIN)

    viewer = make.seen_as(user_id)

    assert (viewer.organization_id, viewer.roles, viewer.door) == (None, frozenset(), Door.PUBLIC)


def test_the_chosen_one_gives_its_own_roles_only(harbour: UUID, lantern: UUID) -> None:
    user_id = make.user_id_of(make.a_member(harbour, Role.NAVIGATOR))
    make.joined(user_id, lantern, Role.ADMIN)

    assert make.seen_as(user_id, harbour).roles == {Role.NAVIGATOR}
    assert make.seen_as(user_id, lantern).roles == {Role.ADMIN}


def test_a_foreign_or_unknown_choice_gives_nothing(navigator: Viewer, lantern: UUID) -> None:
    for organization_id in (lantern, uuid7()):
        viewer = make.seen_as(make.user_id_of(navigator), organization_id)
        assert (viewer.organization_id, viewer.roles) == (None, frozenset())
        assert viewer.user_id == navigator.user_id


def test_a_stale_choice_gives_nothing(admin: Viewer, navigator: Viewer, harbour: UUID) -> None:
    end_membership(admin, membership_id=make.a_membership_of(navigator))

    assert make.seen_as(make.user_id_of(navigator), harbour).organization_id is None


def test_a_user_who_may_not_sign_in_is_nobody(navigator: Viewer) -> None:
    User.objects.filter(pk=navigator.user_id).update(is_active=False)

    assert make.seen_as(make.user_id_of(navigator)) == make.NOBODY


def test_an_unknown_user_is_nobody() -> None:
    assert make.seen_as(uuid7()) == make.NOBODY


def test_who_acts_for_nobody_is_known_and_has_no_role() -> None:
    user_id = make.a_user()

    viewer = make.seen_as(user_id)

    assert (viewer.user_id, viewer.roles, viewer.purpose) == (user_id, frozenset(), Purpose.OWN_RECORD)


def test_it_takes_one_statement_for_a_member_and_two_for_others(navigator: Viewer) -> None:
    person = make.a_user()

    for user_id, statements in ((make.user_id_of(navigator), 1), (person, 2)):
        with CaptureQueriesContext(connection) as ran:
            make.seen_as(user_id)
        assert len(ran) == statements


def test_other_doors_stay_as_they_are(navigator: Viewer) -> None:
    viewer = viewer_of(Viewer.nobody(Door.COMMAND), user_id=navigator.user_id, organization_id=None)

    assert viewer.door is Door.COMMAND
