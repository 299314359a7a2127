"""Who may read the trail, as a truth table."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.ids import Ref, uuid7
from kith.core.queries.events_about import events_about
from kith.core.viewer import Door, Role, Viewer
from tests.factories.core import SYSTEM, portal_of, staff, thing_done

pytestmark = pytest.mark.django_db
OURS, THEIRS, PERSON = uuid7(), uuid7(), uuid7()
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
OFFICER = staff(Role.PRIVACY_OFFICER, organization_id=OURS)


@pytest.fixture
def seen_by_whom() -> dict[str, UUID]:
    """Events by what they are to OURS and PERSON."""
    return {
        "done by us": thing_done(staff(organization_id=OURS), organization_id=THEIRS),
        "about us": thing_done(staff(organization_id=THEIRS), organization_id=OURS),
        "between others": thing_done(staff(organization_id=THEIRS), organization_id=THEIRS),
        "about the person, by others": thing_done(staff(organization_id=THEIRS), person_id=PERSON),
        "about the person, by us": thing_done(staff(organization_id=OURS), person_id=PERSON),
        "told to us as their partner": thing_done(
            staff(organization_id=THEIRS),
            organization_id=THEIRS,
            partner_organization_id=OURS,
            person_id=PERSON,
        ),
        "of nobody": thing_done(),
    }


TABLE: list[tuple[Viewer, set[str]]] = [
    (OFFICER, {"done by us", "about us", "about the person, by us", "told to us as their partner"}),
    (
        portal_of(PERSON),
        {"about the person, by others", "about the person, by us", "told to us as their partner"},
    ),
    (portal_of(uuid7()), set()),
    (replace(portal_of(PERSON), door=Door.STAFF), set()),
    (replace(OFFICER, organization_id=None), set()),
    (Viewer.nobody(Door.PUBLIC), set()),
    (replace(Viewer.nobody(Door.ANSWER), only=Ref("referral", uuid7())), set()),
    *((staff(role, organization_id=OURS), set()) for role in Role if role is not Role.PRIVACY_OFFICER),
]


@pytest.mark.parametrize("viewer, expected", TABLE)
def test_each_viewer_sees_its_own_part_of_the_trail(
    viewer: Viewer, expected: set[str], seen_by_whom: dict[str, UUID]
) -> None:
    seen = {line.id for line in events_about(viewer, about=None, person_id=None, not_of=(), limit=100)}

    assert {name for name, event_id in seen_by_whom.items() if event_id in seen} == expected


def test_the_system_sees_all(seen_by_whom: dict[str, UUID]) -> None:
    assert len(events_about(SYSTEM, about=None, person_id=None, not_of=(), limit=100)) == len(seen_by_whom)


def test_events_are_narrowed_by_thing_and_person_newest_first(django_assert_num_queries) -> None:
    about = Ref("referral", uuid7())
    with clock.at(NOON):
        first = thing_done(about=about, person_id=PERSON)
    with clock.at(NOON + timedelta(hours=1)):
        second = thing_done(about=about)
        thing_done(about=Ref("need", about.id))
        thing_done(about=Ref("referral", uuid7()), person_id=PERSON)

    with django_assert_num_queries(1):
        lines = events_about(SYSTEM, about=about, person_id=None, not_of=(), limit=10)

    assert [line.id for line in lines] == [second, first]
    assert [line.id for line in events_about(SYSTEM, about=about, person_id=PERSON, not_of=(), limit=10)] == [
        first
    ]
    assert len(events_about(SYSTEM, about=None, person_id=PERSON, not_of=(), limit=10)) == 2
    assert len(events_about(SYSTEM, about=None, person_id=None, not_of=(), limit=3)) == 3


def test_a_line_says_who_did_it_and_why() -> None:
    viewer = staff(Role.NAVIGATOR, organization_id=OURS)
    about = Ref("referral", uuid7())
    thing_done(viewer, about=about, organization_id=THEIRS, count=4)

    (line,) = events_about(OFFICER, about=about, person_id=None, not_of=(), limit=1)

    assert (line.user_id, line.acting_organization_id, line.organization_id) == (viewer.user_id, OURS, THEIRS)
    assert (line.roles, line.door, line.purpose) == (("navigator",), "staff", "care")
    assert (line.subject, line.kind, line.payload) == (about, "test.thing_done", {"count": 4})


def test_a_viewer_without_roles_left_no_roles() -> None:
    thing_done()

    assert events_about(SYSTEM, about=None, person_id=None, not_of=(), limit=1)[0].roles == ()


@pytest.mark.parametrize("acting_id", [OURS, THEIRS])
def test_a_partners_officer_reads_that_it_happened_but_not_about_whom(acting_id: UUID) -> None:
    actor = staff(Role.NAVIGATOR, organization_id=acting_id)
    about = Ref("referral", uuid7())
    thing_done(
        actor, about=about, organization_id=THEIRS, partner_organization_id=OURS, person_id=PERSON, count=4
    )
    keepers_officer = staff(Role.PRIVACY_OFFICER, organization_id=THEIRS)

    (theirs,) = events_about(keepers_officer, about=about, person_id=None, not_of=(), limit=2)
    (ours,) = events_about(OFFICER, about=about, person_id=None, not_of=(), limit=2)

    assert (theirs.person_id, theirs.payload, theirs.user_id) == (PERSON, {"count": 4}, actor.user_id)
    assert (ours.person_id, ours.payload) == (None, {})
    assert ours.user_id == (actor.user_id if acting_id == OURS else None)


def test_an_officer_finds_by_person_only_what_their_own_organisation_keeps() -> None:
    kept = thing_done(staff(organization_id=THEIRS), organization_id=OURS, person_id=PERSON)
    thing_done(staff(organization_id=OURS), organization_id=THEIRS, person_id=PERSON)
    thing_done(organization_id=THEIRS, partner_organization_id=OURS, person_id=PERSON)

    found = events_about(OFFICER, about=None, person_id=PERSON, not_of=(), limit=9)

    assert [line.id for line in found] == [kept]


def test_people_are_left_out_where_others_keep_their_records_and_nowhere_else() -> None:
    ours = thing_done(staff(organization_id=THEIRS), organization_id=OURS, person_id=PERSON)
    thing_done(staff(organization_id=OURS), organization_id=THEIRS, person_id=PERSON)
    thing_done(staff(organization_id=OURS), person_id=PERSON)
    of_nobody = thing_done(staff(organization_id=OURS))

    lines = events_about(OFFICER, about=None, person_id=None, not_of={PERSON}, limit=9)

    assert {line.id for line in lines} == {ours, of_nobody}
