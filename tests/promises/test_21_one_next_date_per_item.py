"""Promise 21: one next date per item, one sentence, one present owner.

What becomes of the requests of one who leaves: tests/care/actions/test_reassign_referrals.py. Who may become an owner:
tests/care/actions/test_names_and_endings.py. Here: the database itself keeps no open request without them, and in
every state the worker's list has it once, with one sentence, one date and one step.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from kith.accounts.models import User
from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_for_a_call import ask_for_a_call
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.put_off import put_off
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.request_contact import request_contact
from kith.care.models import OPEN_STATUSES, Referral
from kith.care.queries.my_list import MyList, WorkLine, my_list
from kith.care.terms import NeedDomain, NextStep, ReferralStatus, WhatHappened
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.viewer import Role
from kith.post.actions.record_bounce import record_bounce
from kith.post.models import OutgoingMessage
from kith.post.terms import BounceReason
from tests.factories.care import (
    CareTown,
    a_care_town,
    a_name_told,
    a_need,
    a_yes,
    an_ask,
    link,
    persons_yes,
    public,
    signed_in,
    status_of,
    work_off,
)
from tests.factories.disclosure import TEXTS_ONLY
from tests.factories.partnerships import SYSTEM, a_member
from tests.promises.seats import browser_of

pytestmark = pytest.mark.django_db
OPEN = [ReferralStatus(status) for status in OPEN_STATUSES]
CLOSED = [status for status in ReferralStatus if status not in OPEN]


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


def force(referral_id: UUID, **columns: object) -> None:
    """Write past every action, as a faulty program would; constraints that wait are asked at once."""
    with transaction.atomic():
        Referral.objects.filter(pk=referral_id).update(**columns)
        connection.check_constraints()


@pytest.mark.parametrize("status", OPEN)
@pytest.mark.parametrize(
    "columns", [{"next_at": None}, {"next_step": NextStep.NOTHING.value}, {"owner_id": None}]
)
def test_the_database_keeps_no_open_request_without_owner_step_and_date(
    care: CareTown, status: ReferralStatus, columns: Mapping[str, object]
) -> None:
    referral_id = a_name_told(care)
    force(referral_id, status=status.value)

    with pytest.raises(IntegrityError):
        force(referral_id, **columns)


@pytest.mark.parametrize("status", CLOSED)
@pytest.mark.parametrize("columns", [{"closed_at": None}, {"disposition": ""}])
def test_the_database_keeps_no_closed_request_without_its_ending(
    care: CareTown, status: ReferralStatus, columns: Mapping[str, object]
) -> None:
    referral_id = a_name_told(care)
    force(referral_id, status=status.value, closed_at=clock.now(), disposition="served", next_at=None)

    with pytest.raises(IntegrityError):
        force(referral_id, **columns)


@pytest.mark.parametrize("status", [ReferralStatus.NAMED, ReferralStatus.COMPLETED])
def test_the_database_keeps_no_told_name_without_its_line_in_the_ledger(
    care: CareTown, status: ReferralStatus
) -> None:
    referral_id = an_ask(care)

    with pytest.raises(IntegrityError):
        force(referral_id, status=status.value, closed_at=clock.now(), disposition="served")


def test_the_database_keeps_one_open_request_for_a_need_at_a_service(care: CareTown) -> None:
    first = Referral.objects.get(pk=an_ask(care))

    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.create(
            need_id=first.need_id,
            person_id=first.person_id,
            service_id=first.service_id,
            sender_id=first.sender_id,
            receiver_id=first.receiver_id,
            owner_id=first.owner_id,
            next_step=NextStep.READ_AND_ASK.value,
            next_at=clock.now(),
            drafted_at=clock.now(),
        )


def test_the_owner_of_a_request_cannot_be_deleted_from_under_it(care: CareTown) -> None:
    an_ask(care)

    with pytest.raises(ProtectedError):
        User.objects.get(pk=care.navigator.user_id).delete()


def a_draft_of_a_new_need(care: CareTown) -> UUID:
    need_id = a_need(care.navigator, care.town.person_id)
    return draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)


def asked(care: CareTown) -> UUID:
    return ask_partner(care.navigator, referral_id=a_draft_of_a_new_need(care), answer=persons_yes())


def phone_me(care: CareTown) -> UUID:
    referral_id = asked(care)
    return ask_for_a_call(care.by_link(referral_id), referral_id=referral_id, told=link())


def accepted(care: CareTown) -> UUID:
    referral_id = asked(care)
    return accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())


def named(care: CareTown) -> UUID:
    return choose_partner(care.navigator, referral_id=accepted(care))


def said(happened: WhatHappened) -> Callable[[CareTown], UUID]:
    def bring(care: CareTown) -> UUID:
        return report_what_happened(
            care.coordinator,
            referral_id=named(care),
            happened=happened,
            happened_on=clock.now().date(),
            told=signed_in(),
        )

    return bring


def bounced(care: CareTown) -> UUID:
    referral_id = asked(care)
    work_off()
    message = OutgoingMessage.objects.get(about_id=referral_id)
    record_bounce(SYSTEM, message_id=message.pk, reason=BounceReason.ADDRESS_UNKNOWN)
    work_off()
    return referral_id


def later(care: CareTown) -> UUID:
    return put_off(care.navigator, referral_id=asked(care), until=clock.now() + timedelta(days=3))


def self_started(care: CareTown) -> UUID:
    set_site_profile(
        SYSTEM,
        name="Northgate",
        host_organization_id=care.town.holder_id,
        duty_user_id=care.navigator.user_id,
        country="GB",
        emergency_number="999",
        talk_line="",
        talk_line_words="",
        jurisdiction="GB-ENG",
        timezone="UTC",
        is_demo=False,
    )
    return request_contact(
        public(),
        service_id=care.service_id,
        alias="Heron",
        words="Someone to walk with",
        domain=NeedDomain.COMPANY,
        languages=["en"],
        rough_area="",
        how_to_reach=TEXTS_ONLY,
    )


STATES: dict[str, tuple[Callable[[CareTown], UUID], str, NextStep]] = {
    "a draft": (a_draft_of_a_new_need, "mine", NextStep.READ_AND_ASK),
    "asked": (asked, "waiting", NextStep.WAIT_FOR_ANSWER),
    "phone me": (phone_me, "mine", NextStep.PHONE_THEM),
    "a mail that bounced": (bounced, "mine", NextStep.PHONE_THEM),
    "put off": (later, "waiting", NextStep.WAIT_FOR_ANSWER),
    "accepted": (accepted, "mine", NextStep.CHOOSE),
    "named": (named, "waiting", NextStep.WAIT_TO_MEET),
    "met": (said(WhatHappened.MET), "confirm", NextStep.ASK_PERSON),
    "not yet": (said(WhatHappened.NOT_YET), "waiting", NextStep.WAIT_TO_MEET),
    "self-started": (self_started, "mine", NextStep.CONTACT_PERSON),
}


def groups(lists: MyList) -> dict[str, list[WorkLine]]:
    return {"mine": lists.mine, "waiting": lists.waiting, "past": lists.past, "confirm": lists.confirm}


@pytest.mark.parametrize("state", list(STATES))
def test_in_every_state_it_is_on_the_list_once_with_one_sentence_date_and_step(
    care: CareTown, state: str
) -> None:
    bring, group, step = STATES[state]
    referral_id = bring(care)

    found = [
        (name, line)
        for name, lines in groups(my_list(care.navigator)).items()
        for line in lines
        if line.referral_id == referral_id
    ]

    [(name, line)] = found
    assert (name, line.step) == (group, step)
    assert line.next_at == Referral.objects.get(pk=referral_id).next_at
    assert line.sentence.endswith(".")
    assert line.step_words


def test_what_is_past_its_time_is_still_one_item_with_one_owner(care: CareTown) -> None:
    brought = {state: bring(care) for state, (bring, _group, _step) in STATES.items()}

    with clock.at(clock.now() + timedelta(days=50)):
        lists = groups(my_list(care.navigator))

    everything = [line.referral_id for lines in lists.values() for line in lines]
    assert sorted(everything) == sorted(brought.values())
    assert {line.referral_id for line in lists["past"]} >= {brought["asked"], brought["named"]}


def test_what_is_finished_is_on_no_list(care: CareTown) -> None:
    referral_id = a_yes(care)
    force(
        referral_id,
        status="declined",
        closed_at=clock.now(),
        disposition="declined_capacity",
        next_at=None,
        next_step=NextStep.NOTHING.value,
    )

    assert status_of(referral_id) == ReferralStatus.DECLINED
    assert my_list(care.navigator).total == 0


def test_the_page_offers_only_colleagues_who_can_be_owners(care: CareTown) -> None:
    referral_id = an_ask(care)
    helper, other = (a_member(care.town.holder_id, role) for role in (Role.CLINICIAN, Role.EVALUATOR))

    page = browser_of(care.navigator).get(f"/referrals/{referral_id}/hand-over/").content.decode()

    assert str(helper.user_id) in page
    assert str(other.user_id) not in page
