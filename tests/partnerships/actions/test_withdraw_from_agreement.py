"""One party leaves; the others stay bound to each other."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import Denied, NotFound, StatusConflict
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.end_left_agreement import end_left_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.life_errors import AlreadyLeaving, BadLastDay, PartyHasLeft
from kith.partnerships.listeners.end_left_agreements import end_left_agreements
from kith.partnerships.models import Agreement, Version, Withdrawal
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.left_agreements import left_agreements
from kith.partnerships.queries.route import route
from kith.partnerships.terms import PartyRole, Standing
from kith.partnerships.wording import Party
from tests.factories.living import a_wording, living, offered
from tests.factories.partnerships import SYSTEM, a_member, a_partner, events_of_kind
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

TODAY = TUESDAY.date()
TOMORROW = TODAY + timedelta(days=1)
FIRST_NEW = 2
WORKER = Viewer.system(Door.WORKER)


@pytest.fixture
def centres(manager: Viewer) -> list[UUID]:
    """Six centres beside the clinic."""
    return [a_partner(manager, f"Centre {at}") for at in range(6)]


def leave(viewer: Viewer, agreement_id: UUID, last_on: date = TODAY) -> None:
    withdraw_from_agreement(viewer, agreement_id=agreement_id, last_on=last_on, words="We close our house.")


def on(day: date) -> datetime:
    return datetime.combine(day, TUESDAY.timetz())


def pairs_bound(viewer: Viewer, sides: Sequence[UUID], agreement_id: UUID) -> set[tuple[UUID, UUID]]:
    """Between whom a request may pass today."""
    return {
        (a, b)
        for a in sides
        for b in sides
        if a != b and route(viewer, sender_id=a, receiver_id=b).agreement_id == agreement_id
    }


def test_one_of_seven_leaves_and_six_go_on(manager: Viewer, clinic: UUID, centres: list[UUID]) -> None:
    agreement_id = living(manager, centres)
    leaver = centres[2]
    leave(a_member(leaver, Role.COORDINATOR), agreement_id, TOMORROW)
    all_seven, six = [clinic, *centres], [one for one in [clinic, *centres] if one != leaver]
    everybody = {(a, b) for a in all_seven for b in all_seven if a != b}

    for day, bound in [
        (TODAY, everybody),
        (TOMORROW, everybody),
        (TOMORROW + timedelta(days=1), {(a, b) for a, b in everybody if a in six and b in six}),
    ]:
        with clock.at(on(day)):
            end_left_agreements(WORKER)
            assert pairs_bound(SYSTEM, all_seven, agreement_id) == bound
    assert Agreement.objects.get(pk=agreement_id).status == "in_force"
    with clock.at(on(TODAY + timedelta(days=3))):
        theirs = agreement_page(a_member(leaver, Role.NAVIGATOR), agreement_id=agreement_id)
        ours = agreement_page(manager, agreement_id=agreement_id)
    assert (theirs.standing, ours.standing) == (Standing.WE_LEFT, Standing.BINDS)


def test_the_notice_is_kept_with_its_words_and_the_event_counts_who_stay(
    manager: Viewer, centres: list[UUID]
) -> None:
    agreement_id = living(manager, centres)

    leave(a_member(centres[0], Role.COORDINATOR), agreement_id)

    kept = Withdrawal.objects.get()
    assert (kept.organization_id, kept.last_on, kept.words) == (centres[0], TODAY, "We close our house.")
    [event] = events_of_kind("partnerships.party_leaves")
    assert event.payload == {"last_on": str(TODAY), "stay": 6}


def test_with_fewer_than_two_who_stay_it_ends_after_the_last_day(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    agreement_id = living(manager, [mosque])
    leave(coordinator, agreement_id, TOMORROW)

    with clock.at(on(TOMORROW)):
        end_left_agreements(WORKER)
        assert Agreement.objects.get().status == "in_force"
    with clock.at(on(TOMORROW + timedelta(days=1))):
        end_left_agreements(WORKER)
        assert Agreement.objects.get().status == "ended"
        assert left_agreements(WORKER) == []
        assert end_left_agreement(WORKER, agreement_id=agreement_id) is False


def test_an_agreement_that_nobody_left_is_not_looked_at(manager: Viewer, mosque: UUID) -> None:
    agreement_id = living(manager, [mosque])

    assert left_agreements(WORKER) == []
    assert end_left_agreement(WORKER, agreement_id=agreement_id) is False


@pytest.mark.parametrize("last_on", [TODAY - timedelta(days=1), date(2027, 7, 1)])
def test_the_last_day_is_today_or_later_and_within_the_agreement(
    last_on: date, manager: Viewer, mosque: UUID
) -> None:
    agreement_id = living(manager, [mosque], ends_on=date(2027, 6, 30))

    with pytest.raises(BadLastDay):
        leave(manager, agreement_id, last_on)


def test_a_party_leaves_once(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    agreement_id = living(manager, [mosque])
    leave(coordinator, agreement_id, TOMORROW)

    with pytest.raises(AlreadyLeaving):
        leave(coordinator, agreement_id, TOMORROW)


def test_after_its_last_day_a_party_may_do_nothing_more(manager: Viewer, centres: list[UUID]) -> None:
    agreement_id = living(manager, centres)
    coordinator = a_member(centres[0], Role.COORDINATOR)
    leave(coordinator, agreement_id)

    with clock.at(on(TODAY + timedelta(days=2))), pytest.raises(Denied):
        leave(coordinator, agreement_id, TODAY + timedelta(days=9))


def test_only_those_who_sign_for_a_bound_party_leave(
    manager: Viewer, mosque: UUID, coordinator: Viewer, navigator: Viewer, stranger: Viewer
) -> None:
    on_the_table, bound = offered(manager, [mosque]), living(manager, [mosque])

    for viewer, agreement_id, error in [
        (coordinator, on_the_table, Denied),
        (navigator, bound, Denied),
        (stranger, bound, NotFound),
    ]:
        with pytest.raises(error):
            leave(viewer, agreement_id)


def test_what_has_ended_cannot_be_left(manager: Viewer, mosque: UUID) -> None:
    agreement_id = living(manager, [mosque])
    Agreement.objects.update(status="ended", ended_at=TUESDAY)

    with pytest.raises(StatusConflict):
        leave(manager, agreement_id)


def test_words_on_the_table_that_name_the_leaver_are_dropped(manager: Viewer, centres: list[UUID]) -> None:
    agreement_id = living(manager, centres)
    for at, others in enumerate([centres, centres[1:]], start=2):
        version = Version.objects.create(
            agreement_id=agreement_id,
            number=at,
            based_on=1,
            starts_on=TODAY,
            written_by_id=manager.organization_id,
            written_at=TUESDAY,
        )
        parties = [Party(manager.organization_id, PartyRole.LEAD)]  # type: ignore[arg-type]
        words = a_wording([*parties, *(Party(one, PartyRole.RECEIVER) for one in others)])
        change_draft(manager, agreement_id=agreement_id, wording=words)
        propose_draft(manager, agreement_id=agreement_id)
        if at == FIRST_NEW:
            leave(a_member(centres[0], Role.COORDINATOR), agreement_id, TOMORROW)
            version.refresh_from_db()
            assert version.state == "dropped"
    leave(a_member(centres[1], Role.COORDINATOR), agreement_id, TOMORROW)
    assert Version.objects.get(number=3).state == "dropped"


def test_a_new_wording_cannot_name_who_leaves(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = draft_agreement(
        manager, wording=a_wording([Party(clinic, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER)])
    )
    Withdrawal.objects.create(
        agreement_id=agreement_id, organization_id=mosque, last_on=TODAY, said_at=TUESDAY
    )

    with pytest.raises(PartyHasLeft):
        propose_draft(manager, agreement_id=agreement_id)
