from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.consent.terms import ASK_KINDS, NAME_KINDS, Kind
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.end_contact import end_contact
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.set_open_asks_limit import set_open_asks_limit
from kith.partnerships.queries.route import route
from kith.partnerships.views_of import Route
from tests.environment import scaled
from tests.factories.core_site import a_profile
from tests.factories.partnerships import (
    SYSTEM,
    TUESDAY_THURSDAY,
    a_contact,
    a_member,
    a_partner,
    an_organization,
    in_force,
    make_host,
    proposed,
    sign,
)

pytestmark = pytest.mark.django_db
ROWS_STAY = settings(
    max_examples=scaled(400, least=20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def way(manager: Viewer, receiver_id: UUID, viewer: Viewer | None = None) -> Route:
    assert manager.organization_id is not None
    return route(viewer or manager, sender_id=manager.organization_id, receiver_id=receiver_id)


def test_a_route_is_the_agreement_the_promise_and_how_they_want_to_be_asked(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 3})
    contact_id = a_contact(manager, mosque)
    set_open_asks_limit(manager, organization_id=mosque, limit=6)

    found = way(manager, mosque)

    assert (found.agreement_id, found.promise_days, found.max_open_asks) == (agreement_id, 3, 6)
    assert found.scope == {kind.value for kind in ASK_KINDS | NAME_KINDS}
    assert (found.code_word, found.paused_until) == ("Walnut", None)
    assert found.week.is_known
    assert found.contact is not None
    assert (found.contact.id, found.contact.name, found.contact.phone_ending) == (
        contact_id,
        "Fatima Noor",
        "33",
    )
    assert (found.contact.has_email, found.contact.has_phone, found.contact.has_own_code) == (
        True,
        True,
        False,
    )


def test_without_an_agreement_nothing_may_be_told(manager: Viewer, mosque: UUID) -> None:
    found = way(manager, mosque)

    assert (found.agreement_id, found.promise_days, found.scope) == (None, None, frozenset())


def test_an_unknown_organisation_has_no_week_no_contact_and_no_word(manager: Viewer) -> None:
    found = way(manager, an_organization("Never welcomed"))

    assert not found.week.is_known
    assert (found.contact, found.code_word, found.scope) == (None, "", frozenset())


def test_a_promise_of_another_party_is_not_the_receivers(manager: Viewer, mosque: UUID) -> None:
    assert manager.organization_id is not None
    agreement_id = in_force(manager, mosque, promises={manager.organization_id: 1})

    found = way(manager, mosque)

    assert (found.agreement_id, found.promise_days) == (agreement_id, None)


def test_a_proposal_binds_nobody_until_the_last_has_signed(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    shelter = a_partner(manager, "Shelter")
    agreement_id = proposed(manager, mosque, shelter, promises={mosque: 2})
    sign(agreement_id, manager, coordinator)

    assert way(manager, mosque).agreement_id is None

    sign(agreement_id, a_member(shelter, Role.ADMIN))

    assert way(manager, mosque).agreement_id == agreement_id


def test_an_ended_agreement_binds_nobody(manager: Viewer, mosque: UUID) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    end_agreement(manager, agreement_id=agreement_id)

    assert way(manager, mosque).agreement_id is None


def test_an_organisation_has_no_agreement_with_itself(manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque)

    assert route(manager, sender_id=mosque, receiver_id=mosque).scope == frozenset()


@ROWS_STAY
@given(day=st.dates(date(2026, 11, 1), date(2027, 1, 31)))
def test_it_binds_from_the_first_to_the_last_day_and_on_no_other(
    day: date, bound: tuple[Viewer, UUID]
) -> None:
    manager, receiver_id = bound

    with clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
        found = way(manager, receiver_id)

    assert (found.agreement_id is not None) == (date(2026, 12, 1) <= day <= date(2026, 12, 31))
    assert bool(found.scope) == (found.promise_days is not None) == (found.agreement_id is not None)


@pytest.fixture
def bound(manager: Viewer, mosque: UUID) -> tuple[Viewer, UUID]:
    in_force(manager, mosque, promises={mosque: 2}, starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 31))
    return manager, mosque


def test_today_is_the_agreements_today(manager: Viewer) -> None:
    make_host(manager)
    set_site_profile(
        SYSTEM, **a_profile(host_organization_id=manager.organization_id, timezone="Pacific/Kiritimati")
    )
    kiribati = a_partner(manager, "Island help", timezone="UTC")
    in_force(manager, kiribati, starts_on=date(2026, 11, 25))

    with clock.at(datetime(2026, 11, 24, 9, 59, tzinfo=UTC)):
        before = way(manager, kiribati).agreement_id
    with clock.at(datetime(2026, 11, 24, 10, 1, tzinfo=UTC)):
        after = way(manager, kiribati).agreement_id

    assert before is None
    assert after is not None


@ROWS_STAY
@given(scopes=st.lists(st.frozensets(st.sampled_from(Kind)), min_size=1, max_size=4))
def test_of_several_agreements_only_what_all_allow_may_be_told(
    scopes: list[frozenset[Kind]], manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    made = [proposed(manager, mosque, scope=scope) for scope in scopes]
    for agreement_id in made:
        sign(agreement_id, manager, coordinator)

    found = way(manager, mosque).scope
    for agreement_id in made:
        end_agreement(manager, agreement_id=agreement_id)

    assert found == {kind.value for kind in frozenset.intersection(*scopes)}


def test_the_newest_promise_counts(manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque, promises={mosque: 2})
    with clock.at(clock.now() + timedelta(hours=1)):
        newer = in_force(manager, mosque, promises={mosque: 3})
    with clock.at(clock.now() + timedelta(hours=2)):
        in_force(manager, mosque)

    found = way(manager, mosque)

    assert (found.agreement_id, found.promise_days) == (newer, 3)


def test_a_pause_is_in_the_route_and_outside_the_clock(manager: Viewer, mosque: UUID) -> None:
    pause_asks(manager, organization_id=mosque, until=date(2026, 12, 8))

    found = way(manager, mosque)

    assert found.paused_until == date(2026, 12, 8)
    assert [(p.first_on, p.last_on) for p in found.week.pauses] == [(date(2026, 11, 24), date(2026, 12, 8))]
    with clock.at(datetime(2026, 12, 9, 9, tzinfo=UTC)):
        assert way(manager, mosque).paused_until is None


def test_the_first_active_contact_is_the_one_to_ask(manager: Viewer, mosque: UUID) -> None:
    first = a_contact(manager, mosque, "First Person")
    second = a_contact(manager, mosque, "Second Person")
    end_contact(manager, contact_id=first)

    found = way(manager, mosque).contact

    assert found is not None
    assert found.id == second


def test_who_takes_no_part_learns_nothing(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    in_force(manager, mosque, promises={mosque: 2})
    a_contact(manager, mosque)

    found = way(manager, mosque, stranger)

    assert found == Route(
        agreement_id=None,
        receiver_id=mosque,
        promise_days=None,
        urgent_hours=None,
        clause_key=None,
        varied_until=None,
        scope=frozenset(),
        labels_excluded=(),
        keep_days=0,
        accepts=False,
        then=(),
        week=found.week,
        code_word="",
        max_open_asks=None,
        paused_until=None,
        contact=None,
        contacts=(),
    )
    assert not found.week.is_known


@pytest.mark.parametrize("role", [Role.CURATOR, Role.EVALUATOR, Role.PRIVACY_OFFICER])
def test_roles_without_a_part_in_asking_learn_nothing(manager: Viewer, mosque: UUID, role: Role) -> None:
    in_force(manager, mosque)
    assert manager.organization_id is not None

    found = way(manager, mosque, a_member(manager.organization_id, role))

    assert (found.agreement_id, found.code_word) == (None, "")


def test_the_answer_link_the_person_and_kith_itself_find_the_same_route(
    manager: Viewer, mosque: UUID
) -> None:
    in_force(manager, mosque, promises={mosque: 2})
    a_contact(manager, mosque)
    nobody = Viewer.nobody(Door.ANSWER)
    link = replace(nobody, organization_id=mosque, only=Ref("referral", uuid7()))
    person = replace(nobody, door=Door.PORTAL, person_id=uuid7())

    found = way(manager, mosque)

    assert found.agreement_id is not None
    assert [way(manager, mosque, viewer) for viewer in (link, person, SYSTEM)] == [found] * 3


def test_the_answer_link_of_another_organisation_finds_nothing(manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque)
    other = replace(
        Viewer.nobody(Door.ANSWER), organization_id=an_organization("Other"), only=Ref("referral", uuid7())
    )

    assert way(manager, mosque, other).agreement_id is None


def test_a_route_takes_the_same_few_statements_whatever_the_number_of_agreements(manager: Viewer) -> None:
    one, many = a_partner(manager, "One"), a_partner(manager, "Many", days=TUESDAY_THURSDAY)
    in_force(manager, one, promises={one: 2})
    for _ in range(4):
        in_force(manager, many, promises={many: 2})

    with CaptureQueriesContext(
        connection,
    ) as few:
        way(manager, one)
    with CaptureQueriesContext(connection) as more:
        way(manager, many)

    assert len(few) == len(more) <= 6
