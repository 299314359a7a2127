"""The name follows the yes and the choice; the loop closes with evidence and the person's own word."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.core import mail

from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.choose_partner import choose_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.hand_over_referral import hand_over_referral
from kith.care.actions.put_off import put_off
from kith.care.actions.report_what_happened import report_what_happened
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.actions.withdraw_referral import withdraw_referral
from kith.care.errors import NoOwnCode, SharingPaused
from kith.care.listeners.remind_partners import ask_what_happened_once, draft_when_late, remind_partners
from kith.care.models import PersonsWord
from kith.care.queries.answer_page import answer_page
from kith.care.queries.my_list import my_list
from kith.care.queries.name_page import name_page
from kith.care.queries.referral_page import referral_page
from kith.care.terms import Helped, NextStep, ReferralStatus, WhatHappened
from kith.consent.terms import Kind
from kith.core import clock
from kith.core.errors import BadInput, KithError, NotFound, StatusConflict
from kith.core.ids import Ref, uuid7
from kith.core.queries.events_about import events_about
from kith.core.viewer import Role
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.partnerships.actions.end_contact import end_contact
from kith.people.actions.set_how_to_reach import set_how_to_reach
from tests.factories.care import (
    CareTown,
    a_care_town,
    a_draft,
    a_meeting,
    a_name_told,
    a_need,
    a_yes,
    an_ask,
    persons_yes,
    places_left,
    signed_in,
    status_of,
    the_referral,
    work_off,
)
from tests.factories.disclosure import NAME, PHONE, TEXTS_ONLY
from tests.factories.partnerships import SYSTEM, a_member

pytestmark = pytest.mark.django_db


def test_the_name_follows_the_choice_to_the_named_contact_only(care: CareTown) -> None:
    referral_id = a_name_told(care)

    page = name_page(care.by_link(referral_id), referral_id=referral_id)

    assert {item.kind for item in page.items} == {Kind.NAME, Kind.CONTACT}
    assert NAME in repr(page.items)
    assert PHONE in repr(page.items)


def test_the_person_may_choose_by_herself(care: CareTown) -> None:
    referral_id = choose_partner(care.person, referral_id=a_yes(care))

    assert status_of(referral_id) == ReferralStatus.NAMED.value


def test_no_name_leaves_before_a_yes(care: CareTown) -> None:
    referral_id = an_ask(care)

    with pytest.raises(StatusConflict):
        choose_partner(care.navigator, referral_id=referral_id)
    with pytest.raises(KithError):
        name_page(care.by_link(referral_id), referral_id=referral_id)


def test_the_partner_cannot_choose_itself(care: CareTown) -> None:
    referral_id = a_yes(care)

    for viewer in (care.coordinator, care.by_link(referral_id)):
        with pytest.raises(KithError):
            choose_partner(viewer, referral_id=referral_id)

    assert status_of(referral_id) == ReferralStatus.ACCEPTED.value


def test_the_mail_about_the_name_holds_no_name(care: CareTown) -> None:
    a_name_told(care)

    work_off()

    assert any("/n/" in message.body for message in mail.outbox)
    assert not any(mark in m.subject + m.body for m in mail.outbox for mark in (NAME, PHONE, *NAME.split()))


def test_after_a_stop_the_name_is_gone_at_once_and_the_partner_is_told(care: CareTown) -> None:
    referral_id = a_name_told(care)
    work_off()
    mail.outbox.clear()

    stop_sharing(care.person, consent_id=the_referral(referral_id).consent_id)
    hidden = name_page(care.by_link(referral_id), referral_id=referral_id)
    work_off()

    assert hidden.is_stopped
    assert hidden.items == []
    assert status_of(referral_id) == ReferralStatus.WITHDRAWN.value
    assert places_left(care) == 3
    assert ["Sharing stopped" in message.subject for message in mail.outbox] == [True]


def test_a_withdrawn_request_gives_its_place_back(care: CareTown) -> None:
    referral_id = a_yes(care)

    withdraw_referral(care.navigator, referral_id=referral_id)

    assert places_left(care) == 3
    assert the_referral(referral_id).next_step == NextStep.NOTHING.value


def test_a_partner_that_said_yes_and_is_not_needed_is_thanked(care: CareTown) -> None:
    referral_id = a_yes(care)
    work_off()
    mail.outbox.clear()

    withdraw_referral(care.navigator, referral_id=referral_id)
    work_off()

    assert len(mail.outbox) == 1
    assert NAME not in mail.outbox[0].body


def test_the_loop_closes_with_evidence_and_the_persons_word(care: CareTown) -> None:
    referral_id = a_meeting(care)
    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.YES, words="I laughed again.")

    close_referral(care.navigator, referral_id=referral_id)

    assert status_of(referral_id) == ReferralStatus.COMPLETED.value
    assert "I laughed again." in repr(referral_page(care.navigator, referral_id=referral_id).story)


def test_once_the_person_has_spoken_nobody_is_told_to_check_it_with_her(care: CareTown) -> None:
    referral_id = a_meeting(care)
    asking = referral_page(care.navigator, referral_id=referral_id).next_sentence

    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.YES, words="")

    page = referral_page(care.navigator, referral_id=referral_id)
    assert "Check it with" in asking
    assert (page.next_step, "You can finish" in page.next_sentence) == (NextStep.FINISH, True)
    assert [line.step_words for line in my_list(care.navigator).mine] == ["Finish"]


def test_it_does_not_close_without_the_services_evidence(care: CareTown) -> None:
    referral_id = a_name_told(care)
    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.YES, words="")

    with pytest.raises(StatusConflict):
        close_referral(care.navigator, referral_id=referral_id)


def test_it_does_not_close_before_the_person_was_asked(care: CareTown) -> None:
    referral_id = a_meeting(care)

    with pytest.raises(StatusConflict):
        close_referral(care.navigator, referral_id=referral_id)


def test_only_a_worker_may_say_that_it_was_not_safe_to_ask(care: CareTown) -> None:
    referral_id = a_meeting(care)

    with pytest.raises(BadInput):
        say_how_it_went(care.person, referral_id=referral_id, helped=Helped.NOT_ASKED, words="")
    say_how_it_went(care.navigator, referral_id=referral_id, helped=Helped.NOT_ASKED, words="")

    assert PersonsWord.objects.count() == 1


def test_the_partner_never_reads_the_persons_word(care: CareTown) -> None:
    referral_id = a_meeting(care)
    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.NO, words="It was cold there.")

    for viewer in (care.coordinator, care.by_link(referral_id)):
        assert "cold" not in repr(answer_page(viewer, referral_id=referral_id))
        with pytest.raises(KithError):
            say_how_it_went(viewer, referral_id=referral_id, helped=Helped.YES, words="")


def test_not_reached_ends_it_and_frees_the_place(care: CareTown) -> None:
    referral_id = a_name_told(care)

    report_what_happened(
        care.coordinator,
        referral_id=referral_id,
        happened=WhatHappened.NOT_REACHED,
        happened_on=clock.now().date(),
        told=signed_in(),
    )

    assert status_of(referral_id) == ReferralStatus.NOT_REACHED.value
    assert places_left(care) == 3


def test_a_meeting_cannot_lie_in_the_future(care: CareTown) -> None:
    with pytest.raises(BadInput):
        report_what_happened(
            care.coordinator,
            referral_id=a_name_told(care),
            happened=WhatHappened.MET,
            happened_on=clock.now().date() + timedelta(days=9),
            told=signed_in(),
        )


def test_one_owner_at_a_time(care: CareTown) -> None:
    referral_id = an_ask(care)
    colleague = a_member(care.town.holder_id, Role.NAVIGATOR)
    assert colleague.user_id is not None

    hand_over_referral(care.navigator, referral_id=referral_id, user_id=colleague.user_id)

    assert the_referral(referral_id).owner_id == colleague.user_id


def test_nobody_outside_becomes_the_owner(care: CareTown) -> None:
    referral_id = an_ask(care)
    stranger: UUID = care.coordinator.user_id or uuid7()

    with pytest.raises(NotFound):
        hand_over_referral(care.navigator, referral_id=referral_id, user_id=stranger)


def test_putting_off_moves_the_next_date_and_not_the_promise(care: CareTown) -> None:
    referral_id = an_ask(care)
    due_at = the_referral(referral_id).due_at

    put_off(care.navigator, referral_id=referral_id, until=clock.now() + timedelta(days=5))

    after = the_referral(referral_id)
    assert after.due_at == due_at
    assert after.next_at != due_at


def test_a_contact_without_a_code_is_phoned_first() -> None:
    care = a_care_town(has_code=False)

    with pytest.raises(NoOwnCode):
        choose_partner(care.navigator, referral_id=a_yes(care))


@pytest.mark.parametrize("whole_organization", [True, False])
def test_an_excluded_partner_that_knows_the_name_gets_the_letter_of_any_stop(
    care: CareTown, whole_organization: bool
) -> None:
    referral_id = a_name_told(care)
    work_off()
    mail.outbox.clear()

    exclude_from_sharing(
        care.navigator,
        person_id=care.town.person_id,
        organization_id=care.town.recipient_id,
        contact_id=None if whole_organization else care.town.contact_id,
        words="",
    )
    work_off()

    assert ["Sharing stopped" in message.subject for message in mail.outbox] == [True]
    assert name_page(care.by_link(referral_id), referral_id=referral_id).is_stopped


def test_an_excluded_contact_is_written_to_no_more_once_that_is_said(care: CareTown) -> None:
    referral_id = a_name_told(care)
    exclude_from_sharing(
        care.navigator,
        person_id=care.town.person_id,
        organization_id=care.town.recipient_id,
        contact_id=care.town.contact_id,
        words="",
    )
    work_off()
    mail.outbox.clear()

    for days in (5, 30, 90):
        with clock.at(clock.now() + timedelta(days=days)):
            for job in (remind_partners, draft_when_late, ask_what_happened_once):
                job(SYSTEM)
            work_off()

    assert mail.outbox == []
    assert status_of(referral_id) == ReferralStatus.WITHDRAWN.value


def test_after_a_finished_request_a_stop_still_reaches_the_partner_that_knows_the_name(
    care: CareTown,
) -> None:
    referral_id = a_meeting(care)
    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.YES, words="")
    close_referral(care.navigator, referral_id=referral_id)
    work_off()
    mail.outbox.clear()

    stop_sharing(care.person, consent_id=the_referral(referral_id).consent_id)
    work_off()

    assert ["Sharing stopped" in message.subject for message in mail.outbox] == [True]
    assert status_of(referral_id) == ReferralStatus.COMPLETED.value


def test_the_privacy_officer_of_the_sender_sees_what_the_partner_did(care: CareTown) -> None:
    referral_id = a_meeting(care)

    events = events_about(
        care.town.privacy_officer, about=Ref("referral", referral_id), person_id=None, not_of=(), limit=50
    )

    assert {"care.referral_accepted", "care.service_reported"} <= {event.kind for event in events}


def test_a_way_of_reaching_that_the_person_took_back_is_not_shown_any_more(care: CareTown) -> None:
    referral_id = a_name_told(care)
    other_way = replace(TEXTS_ONLY, may_text=False, may_mail=True, phone="", email="new@person.example")

    set_how_to_reach(care.navigator, person_id=care.town.person_id, rule=other_way)
    page = name_page(care.by_link(referral_id), referral_id=referral_id)

    assert {item.kind for item in page.items} == {Kind.NAME}
    assert PHONE not in repr(page)


def test_a_stop_works_when_the_contact_has_left(care: CareTown) -> None:
    referral_id = a_name_told(care)
    end_contact(care.town.manager, contact_id=care.town.contact_id)

    stop_sharing(care.person, consent_id=the_referral(referral_id).consent_id)
    work_off()

    assert status_of(referral_id) == ReferralStatus.WITHDRAWN.value
    assert places_left(care) == 3


def test_a_partner_whose_part_is_over_reads_nothing_any_more(care: CareTown) -> None:
    referral_id = a_yes(care)

    withdraw_referral(care.navigator, referral_id=referral_id)

    assert answer_page(care.coordinator, referral_id=referral_id).items == []


def test_a_new_yes_does_not_end_a_pause(care: CareTown) -> None:
    referral = the_referral(an_ask(care))
    pause_sharing(care.person, consent_id=referral.consent_id)
    other = draft_referral(
        care.navigator,
        need_id=a_need(care.navigator, care.town.person_id),
        service_id=care.service_id,
    )

    with pytest.raises(SharingPaused):
        ask_partner(care.navigator, referral_id=other, answer=persons_yes())

    assert answer_page(care.coordinator, referral_id=referral.pk).items == []


def test_the_partners_privacy_officer_knows_nothing_of_a_draft(care: CareTown) -> None:
    referral_id = a_draft(care)
    officer = a_member(care.town.recipient_id, Role.PRIVACY_OFFICER)

    withdraw_referral(care.navigator, referral_id=referral_id)

    assert events_about(officer, about=Ref("referral", referral_id), person_id=None, not_of=(), limit=9) == []


def test_outside_the_persons_hours_the_page_says_until_when_to_wait(care: CareTown) -> None:
    referral_id = a_name_told(care)
    now = clock.now()
    monday = (now + timedelta(days=7 - now.weekday())).replace(hour=12, minute=0)
    tuesday = monday + timedelta(days=1, hours=5)
    seen = []

    for moment in (monday, tuesday):
        with clock.at(moment):
            page = name_page(care.by_link(referral_id), referral_id=referral_id)
        seen.append((page.here_now, page.wait_until))

    opens = (tuesday.date(), 16, 0)
    assert [(now, until and (until.date(), until.hour, until.minute)) for now, until in seen] == [
        (monday, opens),
        (None, None),
    ]
