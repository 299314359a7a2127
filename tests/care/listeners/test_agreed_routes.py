"""Asks keep to what the parties agreed: who may ask which service, whom next, and other days for a while."""

from datetime import timedelta
from uuid import UUID

import pytest

from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.vary_promised_time import vary_promised_time
from kith.care.errors import ServiceTakesNoneFromUs
from kith.care.listeners.remind_partners import draft_when_late
from kith.care.models import Referral
from kith.care.queries.ask_preview import ask_preview
from kith.care.queries.services_for_need import services_for_need
from kith.core import clock
from kith.core.working_time import due_at
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.set_open_asks_limit import set_open_asks_limit
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.queries.route import route
from tests.factories.care import (
    CareTown,
    a_draft,
    a_need,
    a_service,
    an_ask,
    persons_yes,
    the_referral,
    work_off,
)
from tests.factories.disclosure import EVERYTHING
from tests.factories.partnerships import SYSTEM, a_contact, a_partner
from tests.factories.promises import agree_on_other_days, clause, signed

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)
NO_REQUESTS = "By our agreement, this service takes no requests from us."


def agreed(care: CareTown, *others: UUID, clauses: list[StatedClause]) -> UUID:
    told = clause(DataScope(kinds=EVERYTHING))
    return signed(care.town.manager, care.town.recipient_id, *others, clauses=[*clauses, told])


def a_third(care: CareTown, name: str) -> UUID:
    organization_id = a_partner(care.town.manager, name)
    a_contact(care.town.manager, organization_id, name=f"Rosa {name}")
    return organization_id


def takes_only(care: CareTown, other: UUID) -> None:
    body = ReferralRoute(accepts_from=(other,))
    agreed(care, other, clauses=[clause(body, by=care.town.recipient_id, service=care.service_id)])


def test_a_service_that_takes_none_from_us_is_shown_so_and_not_asked(care: CareTown) -> None:
    draft = a_draft(care)
    takes_only(care, a_third(care, "Shelter"))

    page = services_for_need(care.navigator, need_id=care.need_id, words="")
    [line] = [line for line in page.lines if line.service_id == care.service_id]
    preview = ask_preview(care.navigator, referral_id=draft)

    assert (line.can_ask, line.why_not) == (False, NO_REQUESTS)
    assert NO_REQUESTS in preview.may_not
    with pytest.raises(ServiceTakesNoneFromUs):
        ask_partner(care.navigator, referral_id=draft, answer=persons_yes())


def test_another_service_of_theirs_is_asked_as_before(care: CareTown) -> None:
    takes_only(care, a_third(care, "Shelter"))
    other = a_service(care.town.recipient_id, "Tea afternoon", places=3)

    page = services_for_need(care.navigator, need_id=care.need_id, words="")

    assert {line.service_id: line.can_ask for line in page.lines} == {care.service_id: False, other: True}


def test_the_next_place_is_the_one_that_the_parties_named_next(care: CareTown) -> None:
    first, second = a_third(care, "St Brigid"), a_third(care, "Quay")
    for organization_id in (first, second):
        a_service(organization_id, "Walking group", places=3)
    body = ReferralRoute(then=(second, first))
    agreed(care, first, second, clauses=[clause(body, by=care.town.recipient_id)])
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None

    with clock.at(referral.due_at + timedelta(minutes=1)):
        draft_when_late(SYSTEM)

    assert Referral.objects.get(reroute_of=referral).receiver_id == second


@pytest.mark.parametrize("said", ["pause", "limit"])
def test_whoever_takes_no_more_is_passed_over_at_once(said: str, care: CareTown) -> None:
    first, second = a_third(care, "St Brigid"), a_third(care, "Quay")
    services = {one: a_service(one, "Walking group", places=3) for one in (first, second)}
    body = ReferralRoute(then=(second, first))
    agreed(care, first, second, clauses=[clause(body, by=care.town.recipient_id)])
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None
    if said == "pause":
        pause_asks(care.town.manager, organization_id=second, until=referral.due_at.date() + 9 * A_DAY)
    else:
        set_open_asks_limit(care.town.manager, organization_id=second, limit=1)
        other = a_need(care.navigator, care.town.person_id)
        draft = draft_referral(care.navigator, need_id=other, service_id=services[second])
        ask_partner(care.navigator, referral_id=draft, answer=persons_yes())

    with clock.at(referral.due_at + timedelta(minutes=1)):
        draft_when_late(SYSTEM)

    assert Referral.objects.get(reroute_of=referral).receiver_id == first


def test_an_ask_during_an_agreed_change_has_the_changed_days(care: CareTown) -> None:
    today = clock.now().date()
    agree_on_other_days(care, days=9, first_on=today, last_on=today + 30 * A_DAY)

    referral = the_referral(an_ask(care))

    week = route(SYSTEM, sender_id=referral.sender_id, receiver_id=referral.receiver_id).week
    assert referral.promise_days == 9
    assert referral.asked_at is not None
    assert referral.due_at == due_at(week, start=referral.asked_at, days=9)


def test_a_change_agreed_later_moves_the_time_of_an_open_ask(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    today = clock.now().date()

    agree_on_other_days(care, days=9, first_on=today, last_on=today + 30 * A_DAY)
    work_off()

    after = the_referral(referral.pk)
    assert (referral.promise_days, after.promise_days) == (2, 9)
    assert referral.due_at is not None
    assert after.due_at is not None
    assert after.due_at > referral.due_at
    assert after.next_at == after.due_at


def test_a_change_that_begins_after_the_promised_time_moves_nothing(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    assert referral.due_at is not None
    later = referral.due_at.date() + 2 * A_DAY

    agree_on_other_days(care, days=9, first_on=later, last_on=later + 30 * A_DAY)
    work_off()

    assert the_referral(referral.pk).due_at == referral.due_at


def test_a_change_to_fewer_days_brings_no_open_time_nearer(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    today = clock.now().date()

    agree_on_other_days(care, days=1, first_on=today, last_on=today + 30 * A_DAY)
    work_off()

    assert the_referral(referral.pk).due_at == referral.due_at


def test_a_change_of_another_clause_moves_nothing(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    today = clock.now().date()
    agree_on_other_days(care, days=9, first_on=today, last_on=today)

    moved = vary_promised_time(
        SYSTEM, receiver_id=care.town.recipient_id, clause_key=referral.pk, first_on=today, last_on=today
    )

    assert moved == 0
    assert the_referral(referral.pk).promise_days == 2
