"""Promise 19: never ranked by a number that it cannot see.

How few answers are drawn to what is usual: tests/directory/test_expected_wait.py. That both sides read one report,
whatever happened: tests/partnerships/queries/test_promise_report.py. Here: from an answer by link to what people
read, what its own page says of that, and that past answers move nothing in any list.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kith.care.actions.accept_referral import accept_referral
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer
from kith.directory.needing import Needed
from kith.directory.queries.find_services import find_services
from kith.directory.queries.matched_services import matched_services
from kith.directory.terms import Topic
from kith.directory.views_of import ServiceLine
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.listeners.tell_directory_of_partners import tell_of_all_partners
from kith.partnerships.queries.own_effect import OwnEffect, own_effect
from kith.partnerships.queries.promise_report import PromiseReport, promise_report
from tests.environment import scaled
from tests.factories.care import CareTown, a_care_town, a_service, an_ask, link, public, work_off
from tests.factories.partnerships import SYSTEM, a_member
from tests.factories.promises import agree_on_other_days
from tests.partnerships.outcomes import an_outcome
from tests.promises.seats import everybody_at

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.at(MONDAY):
        yield


@pytest.fixture
def care() -> CareTown:
    """Al-Noor, in an office's days, promises an answer within two of its days."""
    return a_care_town()


def answered(care: CareTown, *, after: timedelta) -> UUID:
    """An ask of that Monday, with a yes by its link so much later."""
    referral_id = an_ask(care)
    work_off()
    with clock.at(MONDAY + after):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
        work_off()
    return referral_id


def the_effect(care: CareTown) -> OwnEffect:
    found = own_effect(care.coordinator, organization_id=care.town.recipient_id)
    return next(one for one in found if one.service_id == care.service_id)


def the_wait_shown(care: CareTown) -> int | None:
    found = find_services(public(), words="", near="", topics=[], facts=[], languages=[], page=1).lines
    return next(line.expected_wait_days for line in found if line.id == care.service_id)


def the_report(viewer: Viewer, care: CareTown) -> PromiseReport:
    return promise_report(
        viewer,
        organization_id=care.town.holder_id,
        other_id=care.town.recipient_id,
        since=date(2026, 11, 1),
        until=date(2026, 12, 31),
    )


def test_what_people_read_is_what_its_own_page_says_of_its_own_answers(care: CareTown) -> None:
    answered(care, after=3 * DAY)

    shown, effect = the_wait_shown(care), the_effect(care)

    assert shown == effect.expected_days == 3
    assert (effect.answers, effect.own_days) == (1, 3)
    html = (
        everybody_at(care.town.recipient_id)
        .get(reverse("partner_page", args=[care.town.recipient_id]))
        .content.decode()
    )
    assert "People see: about 3 days." in html
    assert "It comes from 1 answer" in html


def test_both_sides_read_the_same_of_that_answer(care: CareTown) -> None:
    answered(care, after=3 * DAY)

    ours, theirs = the_report(care.town.manager, care), the_report(care.coordinator, care)

    assert ours == theirs
    (line,) = ours.by_other
    assert line.asked == 1


def test_nobody_else_reads_the_effect(care: CareTown) -> None:
    answered(care, after=3 * DAY)

    for role in Role:
        for organization_id in (care.town.holder_id, None):
            other = a_member(organization_id, role) if organization_id else Viewer.nobody(public().door)
            with pytest.raises(NotFound):
                own_effect(other, organization_id=care.town.recipient_id)


def test_paused_days_are_in_no_wait(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()
    pause_asks(care.coordinator, organization_id=care.town.recipient_id, until=date(2026, 12, 10))
    with clock.at(MONDAY + 11 * DAY):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
        work_off()

    assert the_effect(care).own_days == 1
    assert the_wait_shown(care) == 1


def test_time_that_both_sides_varied_is_in_no_wait(care: CareTown) -> None:
    today = MONDAY.date()
    agree_on_other_days(care, days=9, first_on=today, last_on=today + 30 * DAY)
    work_off()

    answered(care, after=8 * DAY)

    assert the_effect(care).answers == 0
    assert the_wait_shown(care) is None


@pytest.mark.parametrize("seed", range(scaled(20, least=3)))
def test_no_past_answer_moves_anything_in_a_list(seed: int, care: CareTown) -> None:
    """Ten services alike, then answers of all kinds: only the days that people read differ."""
    partner_id = care.town.recipient_id
    ids = [a_service(partner_id, f"Walking group {number}", places=5) for number in range(10)]
    work_off()
    before = in_lists()

    chance = random.Random(seed)
    for service_id in ids:
        for _turn in range(chance.randint(1, 25)):
            days = chance.choice([0, 1, 3, 20, 90])
            an_outcome(partner_id, care.town.holder_id, service_id=service_id, days=days)
    tell_of_all_partners(SYSTEM)
    work_off()

    waits = {the_line.expected_wait_days for the_line in the_lines() if the_line.id in ids}
    assert in_lists() == before
    assert len(waits) > 1


def the_lines() -> list[ServiceLine]:
    return list(
        find_services(public(), words="walking", near="", topics=[], facts=[], languages=[], page=1).lines
    )


def in_lists() -> tuple[list[UUID], list[UUID]]:
    """Which services a search and a match give, in their order."""
    needed = Needed(topics=(Topic.COMPANY,), languages=("ar",))
    matched = matched_services(public(), needed=needed, language="en")
    return [line.id for line in the_lines()], [one.card.id for one in matched.fits]
