"""What goes down to the partnerships of each asking: the same in any order, with its own time."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_for_a_call import ask_for_a_call
from kith.care.actions.decline_referral import decline_referral
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.listeners.tell_promises import tell_of_earlier_asks, tell_what_became
from kith.care.queries.untold_promises import untold_promises
from kith.care.terms import NotNowReason, ToldVia
from kith.care.told import NotNow, Told
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.listening import LISTENERS, recorded
from kith.core.models import Event
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.resume_asks import resume_asks
from kith.partnerships.errors import NotPaused
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.terms import PromiseResult
from tests.environment import scaled
from tests.factories.care import CareTown, a_draft, an_ask, by_phone, link, the_referral, work_off
from tests.factories.partnerships import SYSTEM

pytestmark = pytest.mark.django_db
MONDAY = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
NO = NotNow(NotNowReason.FULL, None)


def the_row() -> PromiseOutcome:
    return PromiseOutcome.objects.get()


def what_is_kept() -> list[dict[str, object]]:
    """All rows without their own ids."""
    fields = [field.attname for field in PromiseOutcome._meta.fields if field.name != "id"]
    return list(PromiseOutcome.objects.order_by("source_id").values(*fields))


def test_an_asking_waits_under_the_clause_that_was_promised(care: CareTown) -> None:
    with clock.at(MONDAY):
        referral = the_referral(an_ask(care))
        work_off()

    row = the_row()
    assert (row.promiser_id, row.towards_id) == (referral.receiver_id, referral.sender_id)
    assert (row.source_id, row.service_id) == (referral.pk, care.service_id)
    assert row.agreement_id is not None
    assert row.clause_key is not None
    assert (row.due_at, row.result) == (referral.due_at, PromiseResult.WAITING.value)


def test_a_yes_in_time_is_kept_in_their_own_days(care: CareTown) -> None:
    with clock.at(MONDAY):
        referral_id = an_ask(care)
    with clock.at(MONDAY + timedelta(days=1)):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
        work_off()

    row = the_row()
    assert (row.result, row.answer, row.answered_days) == (PromiseResult.IN_TIME.value, "yes", 1)


def test_what_was_told_by_phone_counts_from_when_it_was_told(care: CareTown) -> None:
    with clock.at(MONDAY):
        referral_id = an_ask(care)
    told_at = MONDAY + timedelta(days=1)
    told = Told(ToldVia.PHONE, "Fatima", told_at)
    with clock.at(MONDAY + timedelta(days=9)):
        decline_referral(care.navigator, referral_id=referral_id, not_now=NO, told=told)
        work_off()

    row = the_row()
    assert (row.answered_at, row.result, row.answer) == (told_at, PromiseResult.IN_TIME.value, "not_now")


def test_phone_me_is_an_answer_and_what_follows_does_not_make_it_later(care: CareTown) -> None:
    with clock.at(MONDAY):
        referral_id = an_ask(care)
    with clock.at(MONDAY + timedelta(days=1)):
        ask_for_a_call(care.by_link(referral_id), referral_id=referral_id, told=link())
    with clock.at(MONDAY + timedelta(days=20)):
        accept_referral(care.navigator, referral_id=referral_id, told=by_phone())
        work_off()

    row = the_row()
    assert (row.result, row.answered_at) == (PromiseResult.IN_TIME.value, MONDAY + timedelta(days=1))
    assert row.answer == "yes"


def test_an_answer_after_the_promised_time_is_past_it(care: CareTown) -> None:
    with clock.at(MONDAY):
        referral_id = an_ask(care)
    with clock.at(MONDAY + timedelta(days=8)):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
        work_off()

    row = the_row()
    assert (row.result, row.answered_days) == (PromiseResult.PAST.value, 6)


@pytest.mark.parametrize(("days", "result"), [(1, PromiseResult.CALLED_OFF), (8, PromiseResult.PAST)])
def test_stopped_before_its_time_is_called_off_and_after_it_past(
    days: int, result: PromiseResult, care: CareTown
) -> None:
    with clock.at(MONDAY):
        referral_id = an_ask(care)
    with clock.at(MONDAY + timedelta(days=days)):
        withdraw_referral(care.navigator, referral_id=referral_id)
        work_off()

    assert the_row().result == result.value


def test_a_pause_moves_the_time_and_its_days_do_not_count(care: CareTown) -> None:
    with clock.at(MONDAY):
        referral_id = an_ask(care)
        pause_asks(
            care.coordinator, organization_id=care.town.recipient_id, until=MONDAY.date() + timedelta(4)
        )
        work_off()
    with clock.at(MONDAY + timedelta(days=8)):
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
        work_off()

    row = the_row()
    assert row.was_paused
    assert (row.due_at, row.result) == (datetime(2027, 3, 9, 17, tzinfo=UTC), PromiseResult.IN_TIME.value)
    assert row.answered_days == 2


def test_a_draft_is_no_asking(care: CareTown) -> None:
    referral_id = a_draft(care)
    withdraw_referral(care.navigator, referral_id=referral_id)

    work_off()

    assert not PromiseOutcome.objects.exists()


def test_requests_from_before_are_told_of_and_only_once(care: CareTown) -> None:
    referral_id = an_ask(care)
    work_off()
    before = what_is_kept()
    PromiseOutcome.objects.all().delete()
    assert untold_promises(SYSTEM) == [referral_id]

    tell_of_earlier_asks(SYSTEM)

    assert what_is_kept() == before
    assert untold_promises(SYSTEM) == []


def test_nobody_but_kith_sees_what_was_not_told_of(care: CareTown) -> None:
    an_ask(care)

    assert untold_promises(care.navigator) == []


@pytest.mark.parametrize("seed", range(scaled(200, least=12)))
def test_any_order_of_delivery_ends_the_same(seed: int, care: CareTown) -> None:
    chance = random.Random(seed)
    with clock.at(MONDAY):
        referral_id = an_ask(care)
    began = Event.objects.count()
    _live_on(care, referral_id, chance)
    assert Event.objects.count() >= began
    with clock.at(MONDAY + timedelta(days=60)):
        work_off()
    told = what_is_kept()
    assert len(told) == 1
    events = [event for event in Event.objects.all() if _is_told(event)]

    for _turn in range(3):
        PromiseOutcome.objects.all().delete()
        deliveries = [*events, *chance.choices(events, k=3)]
        chance.shuffle(deliveries)
        for event in deliveries:
            tell_what_became(SYSTEM, recorded(event))

        assert what_is_kept() == told


def _is_told(event: Event) -> bool:
    return any(name.endswith("tell_what_became") for name in LISTENERS.get(event.kind, {}))


def _live_on(care: CareTown, referral_id: UUID, chance: random.Random) -> None:
    """Some of what may happen to an asking, at some times, told to Kith as far as it happens."""
    moment = MONDAY
    for step in chance.choices(range(6), k=chance.randint(1, 6)):
        moment += timedelta(hours=chance.randint(1, 90))
        with clock.at(moment):
            _try(care, referral_id, step)
            if chance.random() < 0.4:
                work_off()


def _try(care: CareTown, referral_id: UUID, step: int) -> None:
    receiver_id = care.town.recipient_id
    steps: Sequence[object] = (
        lambda: pause_asks(
            care.coordinator, organization_id=receiver_id, until=clock.now().date() + timedelta(days=3)
        ),
        lambda: resume_asks(care.coordinator, organization_id=receiver_id),
        lambda: ask_for_a_call(
            care.coordinator, referral_id=referral_id, told=Told(ToldVia.SIGNED_IN, "", clock.now())
        ),
        lambda: accept_referral(care.navigator, referral_id=referral_id, told=by_phone()),
        lambda: decline_referral(care.navigator, referral_id=referral_id, not_now=NO, told=by_phone()),
        lambda: withdraw_referral(care.navigator, referral_id=referral_id),
    )
    act = steps[step]
    assert callable(act)
    try:
        act()
    except (StatusConflict, NotPaused):
        return
