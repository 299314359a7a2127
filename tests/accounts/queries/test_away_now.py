"""Who is away today, and who has their work: always somebody who is there."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.accounts.actions.end_absence import end_absence
from kith.accounts.actions.end_membership import end_membership
from kith.accounts.actions.set_absence import set_absence
from kith.accounts.lifecycle.absence import state_of
from kith.accounts.models import Absence
from kith.accounts.queries.absences_page import absences_page
from kith.accounts.queries.away_now import away_now
from kith.accounts.terms import AbsenceState
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_the_first_of_december():
    with clock.at(NOON):
        yield


@pytest.fixture
def ben(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.CLINICIAN, name="Ben Clinician")


@pytest.fixture
def zoe(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.NAVIGATOR, name="Zoe Navigator")


def away(viewer: Viewer, cover: Viewer, first: int = 0, last: int = 6) -> UUID:
    return set_absence(
        viewer,
        user_id=make.user_id_of(viewer),
        cover_id=make.user_id_of(cover),
        first_on=NOON.date() + timedelta(days=first),
        last_on=NOON.date() + timedelta(days=last),
    )


def who_covers(viewer: Viewer, moment: datetime = NOON) -> dict[str, str]:
    with clock.at(moment):
        return {line.name: line.cover_name for line in away_now(viewer)}


def test_from_the_first_to_the_last_day_and_no_longer(navigator: Viewer, ben: Viewer) -> None:
    away(navigator, ben, 2, 4)

    seen = {day: who_covers(ben, NOON + timedelta(days=day)) for day in range(7)}

    covered = {"Nia Navigator": "Ben Clinician"}
    assert seen == {0: {}, 1: {}, 2: covered, 3: covered, 4: covered, 5: {}, 6: {}}


def test_the_day_is_the_sites_own(navigator: Viewer, ben: Viewer) -> None:
    away(navigator, ben, 1, 1)
    set_site_profile(
        make.SYSTEM,
        name="Northgate",
        host_organization_id=None,
        duty_user_id=None,
        country="NZ",
        emergency_number="111",
        talk_line="",
        talk_line_words="",
        jurisdiction="",
        timezone="Pacific/Auckland",
        is_demo=False,
    )

    assert who_covers(ben, NOON - timedelta(hours=2)) == {}
    assert who_covers(ben, NOON) == {"Nia Navigator": "Ben Clinician"}


def test_ended_it_is_over_at_once(navigator: Viewer, ben: Viewer) -> None:
    end_absence(navigator, absence_id=away(navigator, ben))

    assert away_now(ben) == []
    assert state_of(Absence.objects.get(), on=NOON.date()) is AbsenceState.OVER


def test_if_the_cover_leaves_the_first_who_is_there_has_it(
    navigator: Viewer, ben: Viewer, zoe: Viewer
) -> None:
    away(navigator, ben)

    end_membership(make.SYSTEM, membership_id=make.a_membership_of(ben))

    assert who_covers(zoe) == {"Nia Navigator": "Zoe Navigator"}


def test_if_nobody_is_left_the_worker_counts_as_there(navigator: Viewer, ben: Viewer) -> None:
    away(navigator, ben)

    end_membership(make.SYSTEM, membership_id=make.a_membership_of(ben))

    assert away_now(navigator) == []


def test_who_has_left_is_not_away(navigator: Viewer, ben: Viewer) -> None:
    away(navigator, ben)

    end_membership(make.SYSTEM, membership_id=make.a_membership_of(navigator))

    assert away_now(ben) == []


def test_other_organisations_and_people_see_nobody(navigator: Viewer, ben: Viewer, lantern: UUID) -> None:
    away(navigator, ben)

    for viewer in (make.a_member(lantern, *Role), make.NOBODY, make.SYSTEM, make.seen_as(make.a_user())):
        assert away_now(viewer) == []
        assert absences_page(viewer).lines == []


def test_it_takes_few_statements(navigator: Viewer, ben: Viewer, django_assert_max_num_queries) -> None:
    away(navigator, ben)

    with django_assert_max_num_queries(4):
        away_now(ben)


def test_the_page_shows_what_runs_and_what_is_planned_and_whose_it_is_to_end(
    navigator: Viewer, ben: Viewer, zoe: Viewer, admin: Viewer
) -> None:
    away(navigator, ben)
    away(zoe, ben, 20, 30)
    away(zoe, ben, 2, 3)

    pages = {name: absences_page(one) for name, one in {"zoe": zoe, "ben": ben, "admin": admin}.items()}

    assert [(line.name, line.is_running) for line in pages["ben"].lines] == [
        ("Nia Navigator", True),
        ("Zoe Navigator", False),
        ("Zoe Navigator", False),
    ]
    assert [line.may_end for line in pages["zoe"].lines] == [False, True, True]
    assert [line.may_end for line in pages["ben"].lines] == [False, False, False]
    assert [line.may_end for line in pages["admin"].lines] == [True, True, True]
    assert [one.name for one in pages["zoe"].may_be_away] == ["Zoe Navigator"]
    assert len(pages["admin"].may_be_away) == 3
