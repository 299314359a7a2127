"""What the directory knows of partners: written from below its own pages, from past answers (promise 19)."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.models import ServiceSignal
from kith.directory.terms import SignalTier
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.tell_directory import tell_directory
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.listeners.tell_directory_of_partners import tell_of_all_partners
from tests.factories.care import a_service, work_off
from tests.factories.partnerships import SYSTEM, an_organization, events_of_kind, in_force
from tests.partnerships.conftest import TUESDAY
from tests.partnerships.outcomes import an_outcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def service_id(mosque: UUID) -> UUID:
    return a_service(mosque, "Walking group", places=None)


def signal(service_id: UUID) -> ServiceSignal:
    return ServiceSignal.objects.get(service_id=service_id)


def answers(service_id: UUID, mosque: UUID, clinic: UUID, days: int, *, count: int) -> None:
    for _turn in range(count):
        an_outcome(mosque, clinic, service_id=service_id, days=days)


def test_a_partner_without_an_agreement_is_a_partner(mosque: UUID, service_id: UUID) -> None:
    work_off()
    tell_directory(SYSTEM, organization_id=mosque)

    found = signal(service_id)
    assert (found.tier, found.agreed_routes, found.expected_wait_days) == (SignalTier.PARTNER, 0, None)


def test_an_agreement_makes_a_route_and_its_end_takes_it_away(
    manager: Viewer, mosque: UUID, service_id: UUID
) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    work_off()
    assert (signal(service_id).tier, signal(service_id).agreed_routes) == (SignalTier.AGREED, 1)

    end_agreement(manager, agreement_id=agreement_id)
    work_off()

    assert (signal(service_id).tier, signal(service_id).agreed_routes) == (SignalTier.PARTNER, 0)


def test_a_rest_takes_the_route_away(manager: Viewer, mosque: UUID, service_id: UUID) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    suspend_agreement(
        manager, agreement_id=agreement_id, reason=SuspendReason.TALK_FIRST, words="We talk first."
    )
    work_off()

    assert signal(service_id).agreed_routes == 0


def test_an_agreement_that_runs_out_is_noticed_by_itself(
    manager: Viewer, mosque: UUID, service_id: UUID
) -> None:
    in_force(manager, mosque, promises={mosque: 2}, ends_on=TUESDAY.date())
    work_off()
    assert signal(service_id).tier == SignalTier.AGREED

    with clock.at(TUESDAY + timedelta(days=3)):
        tell_of_all_partners(SYSTEM)

    assert signal(service_id).tier == SignalTier.PARTNER


def test_one_slow_answer_does_not_swing_what_to_expect(
    manager: Viewer, mosque: UUID, clinic: UUID, service_id: UUID
) -> None:
    """Promise 19: with one answer of its own, a service is expected to be nearly as usual."""
    usual = a_service(mosque, "Tea room", places=None)
    answers(usual, mosque, clinic, 2, count=30)
    answers(service_id, mosque, clinic, 22, count=1)

    tell_directory(SYSTEM, organization_id=mosque)

    assert signal(service_id).expected_wait_days == 3
    assert signal(usual).expected_wait_days == 2


def test_from_twenty_answers_on_its_own_time_counts(mosque: UUID, clinic: UUID, service_id: UUID) -> None:
    usual = a_service(mosque, "Tea room", places=None)
    answers(usual, mosque, clinic, 2, count=40)
    answers(service_id, mosque, clinic, 6, count=20)

    tell_directory(SYSTEM, organization_id=mosque)

    assert signal(service_id).expected_wait_days == 6


def test_agreed_other_times_never_enter_what_to_expect(mosque: UUID, clinic: UUID, service_id: UUID) -> None:
    """Promise 19: varied time is excluded."""
    answers(service_id, mosque, clinic, 2, count=20)
    for _turn in range(50):
        an_outcome(mosque, clinic, service_id=service_id, days=40, is_varied=True)

    tell_directory(SYSTEM, organization_id=mosque)

    assert signal(service_id).expected_wait_days == 2


def test_nothing_is_expected_of_who_was_never_asked(mosque: UUID, clinic: UUID, service_id: UUID) -> None:
    answers(a_service(mosque, "Tea room", places=None), mosque, clinic, 2, count=5)

    tell_directory(SYSTEM, organization_id=mosque)

    assert signal(service_id).expected_wait_days is None


def test_answers_of_more_than_a_year_ago_do_not_count(mosque: UUID, clinic: UUID, service_id: UUID) -> None:
    an_outcome(mosque, clinic, service_id=service_id, days=9, asked_at=TUESDAY - timedelta(days=366))

    tell_directory(SYSTEM, organization_id=mosque)

    assert signal(service_id).expected_wait_days is None


def test_telling_the_same_again_is_no_news(mosque: UUID, service_id: UUID) -> None:
    work_off()
    tell_directory(SYSTEM, organization_id=mosque)
    before = len(events_of_kind("directory.service_signal_set"))

    tell_directory(SYSTEM, organization_id=mosque)

    assert len(events_of_kind("directory.service_signal_set")) == before


def test_who_is_no_partner_stays_listed(manager: Viewer) -> None:
    stranger = an_organization("Harbour Legal Aid")
    service_id = a_service(stranger, "Advice", places=None)

    tell_directory(SYSTEM, organization_id=stranger)

    assert signal(service_id).tier == SignalTier.LISTED
