"""A worker is away; a colleague covers; nobody is away and covers on one day."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from kith.accounts.actions.end_absence import end_absence
from kith.accounts.actions.end_membership import end_membership
from kith.accounts.actions.set_absence import set_absence
from kith.accounts.errors import AlreadyAway, CannotCover, CoverIsAway, CoversThen, NotThoseDays
from kith.accounts.models import Absence
from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound, StatusConflict
from kith.core.models import Event
from kith.core.viewer import Role, Viewer
from tests.accounts.actions.test_double_acceptance import at_once
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
TODAY = NOON.date()


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


def days(first: int, last: int) -> tuple[date, date]:
    """Days from today on."""
    return TODAY + timedelta(days=first), TODAY + timedelta(days=last)


def away(viewer: Viewer, cover: Viewer, first: int = 0, last: int = 6, *, user: Viewer | None = None) -> UUID:
    first_on, last_on = days(first, last)
    return set_absence(
        viewer,
        user_id=make.user_id_of(user or viewer),
        cover_id=make.user_id_of(cover),
        first_on=first_on,
        last_on=last_on,
    )


def test_a_worker_writes_down_the_days_and_who_covers(navigator: Viewer, ben: Viewer) -> None:
    absence_id = away(navigator, ben)

    row = Absence.objects.get()
    event = Event.objects.get(kind="accounts.absence_set")
    assert row.pk == absence_id
    assert (row.user_id, row.cover_id) == (navigator.user_id, ben.user_id)
    assert (row.first_on, row.last_on) == days(0, 6)
    assert (event.subject_id, event.organization_id) == (absence_id, navigator.organization_id)
    assert event.payload == {
        "user_id": str(navigator.user_id),
        "cover_id": str(ben.user_id),
        "first_on": "2026-12-01",
        "last_on": "2026-12-07",
    }


def test_an_admin_writes_it_down_for_one_who_is_ill(admin: Viewer, navigator: Viewer, ben: Viewer) -> None:
    away(admin, ben, user=navigator)

    assert Absence.objects.get().set_by_id == admin.user_id


def test_a_colleague_may_not_and_a_stranger_finds_nobody(
    navigator: Viewer, ben: Viewer, zoe: Viewer, lantern: UUID
) -> None:
    stranger = make.a_member(lantern, Role.ADMIN)

    with pytest.raises(Denied):
        away(zoe, ben, user=navigator)
    with pytest.raises(NotFound):
        away(stranger, ben, user=navigator)
    with pytest.raises(Denied):
        away(make.SYSTEM, ben, user=navigator)


def test_only_who_helps_people_has_work_to_cover(admin: Viewer, ben: Viewer, harbour: UUID) -> None:
    curator = make.a_member(harbour, Role.CURATOR)

    with pytest.raises(NotFound):
        away(admin, ben, user=admin)
    with pytest.raises(Denied):
        away(curator, ben)


@pytest.mark.parametrize(
    ("first", "last", "field"), [(-1, 3, "first_on"), (3, 2, "last_on"), (0, 366, "last_on")]
)
def test_days_in_the_past_in_the_wrong_order_or_too_many_are_none(
    navigator: Viewer, ben: Viewer, first: int, last: int, field: str
) -> None:
    with pytest.raises(NotThoseDays) as caught:
        away(navigator, ben, first, last)

    assert caught.value.field == field


def test_nobody_covers_for_themself_and_only_helpers_of_the_same_organisation_cover(
    navigator: Viewer, ben: Viewer, admin: Viewer, lantern: UUID
) -> None:
    elsewhere = make.a_member(lantern, Role.NAVIGATOR)
    end_membership(make.SYSTEM, membership_id=make.a_membership_of(ben))

    for cover in (navigator, ben, admin, elsewhere):
        with pytest.raises(CannotCover):
            away(navigator, cover)

    assert not Absence.objects.exists()


@pytest.mark.parametrize(("first", "last"), [(0, 0), (6, 9), (3, 4), (-0, 20)])
def test_nobody_is_away_twice_on_one_day(
    navigator: Viewer, ben: Viewer, zoe: Viewer, first: int, last: int
) -> None:
    away(navigator, ben)

    with pytest.raises(AlreadyAway):
        away(navigator, zoe, first, last)


def test_who_covers_cannot_be_away_then(navigator: Viewer, ben: Viewer, zoe: Viewer) -> None:
    away(ben, navigator, 5, 8)

    with pytest.raises(CoversThen):
        away(navigator, zoe, 8, 9)
    with pytest.raises(CoversThen):
        away(navigator, zoe, 0, 5)

    away(navigator, zoe, 9, 12)


def test_the_cover_cannot_be_away_at_the_same_time(navigator: Viewer, ben: Viewer, zoe: Viewer) -> None:
    away(ben, zoe, 5, 8)

    with pytest.raises(CoverIsAway) as caught:
        away(navigator, ben, 0, 5)

    assert caught.value.field == "cover_id"
    away(navigator, zoe, 0, 5)


def test_days_beside_each_other_do_not_overlap(navigator: Viewer, ben: Viewer) -> None:
    away(navigator, ben, 0, 6)

    away(navigator, ben, 7, 7)

    assert Absence.objects.count() == 2


def test_coming_back_sooner_makes_the_days_free_again(navigator: Viewer, ben: Viewer) -> None:
    absence_id = away(navigator, ben)

    end_absence(navigator, absence_id=absence_id)
    away(navigator, ben, 1, 2)

    event = Event.objects.get(kind="accounts.absence_ended")
    assert event.payload == {"user_id": str(navigator.user_id)}
    assert Absence.objects.get(pk=absence_id).ended_at == NOON


def test_what_is_over_cannot_be_ended(navigator: Viewer, ben: Viewer) -> None:
    ended, over = away(navigator, ben, 0, 1), away(navigator, ben, 3, 4)
    end_absence(navigator, absence_id=ended)

    with pytest.raises(StatusConflict):
        end_absence(navigator, absence_id=ended)
    with clock.at(NOON + timedelta(days=5)), pytest.raises(StatusConflict):
        end_absence(navigator, absence_id=over)


def test_oneself_and_the_admin_end_it_colleagues_may_not_and_strangers_find_nothing(
    navigator: Viewer, ben: Viewer, admin: Viewer, lantern: UUID
) -> None:
    absence_id = away(navigator, ben)

    with pytest.raises(Denied):
        end_absence(ben, absence_id=absence_id)
    with pytest.raises(NotFound):
        end_absence(make.a_member(lantern, Role.ADMIN), absence_id=absence_id)

    end_absence(admin, absence_id=absence_id)


@pytest.mark.parametrize("wrong", ["order", "oneself"])
def test_the_database_keeps_no_absence_without_days_or_somebody_else(
    navigator: Viewer, ben: Viewer, wrong: str
) -> None:
    first_on, last_on = days(3, 2) if wrong == "order" else days(2, 3)
    cover = ben if wrong == "order" else navigator

    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.create(
            organization_id=navigator.organization_id,
            user_id=navigator.user_id,
            cover_id=cover.user_id,
            first_on=first_on,
            last_on=last_on,
            set_at=NOON,
        )


@pytest.mark.django_db(transaction=True)
def test_of_two_who_would_cover_for_each_other_at_once_one_stays() -> None:
    harbour = make.an_organization()
    one, other = (make.a_member(harbour, Role.NAVIGATOR) for _ in range(2))
    today = clock.today("UTC")

    def go(viewer: Viewer, cover: Viewer) -> UUID:
        return set_absence(
            viewer,
            user_id=make.user_id_of(viewer),
            cover_id=make.user_id_of(cover),
            first_on=today + timedelta(days=2),
            last_on=today + timedelta(days=4),
        )

    came = at_once([partial(go, one, other), partial(go, other, one)])

    assert came["done"] == 1, came
    assert Absence.objects.count() == 1


def test_every_error_of_an_absence_is_about_a_field() -> None:
    for error in (NotThoseDays, CannotCover, CoverIsAway, AlreadyAway, CoversThen):
        assert issubclass(error, BadInput)
