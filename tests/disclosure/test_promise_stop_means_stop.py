"""Promise 4: stopping ends new telling, hides what was told, and stops what waits to go out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.actions.lift_exclusion import lift_exclusion
from kith.consent.actions.withdraw_consent import withdraw_consent
from kith.consent.errors import HasEnded
from kith.consent.terms import ASK_KINDS, ConsentState, Kind
from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.listening import recorded
from kith.core.viewer import Role
from kith.disclosure.actions.exclude_from_sharing import exclude_from_sharing
from kith.disclosure.actions.pause_sharing import pause_sharing
from kith.disclosure.actions.resume_sharing import resume_sharing
from kith.disclosure.actions.stop_all_sharing import stop_all_sharing
from kith.disclosure.actions.stop_sharing import stop_sharing
from kith.disclosure.actions.stop_sharing_about import stop_sharing_about
from kith.disclosure.errors import ConsentMissing
from kith.disclosure.listeners.stop_what_has_run_out import stop_what_has_run_out
from kith.disclosure.listeners.stop_what_was_excluded import stop_what_was_excluded
from kith.disclosure.models import Disclosure
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.disclosure.queries.who_knows_what import who_knows_what
from kith.partnerships.actions.end_agreement import end_agreement
from kith.post.terms import MessageStatus
from tests.factories.disclosure import a_referral, a_town, asked, named, said_yes, told_all
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, events_of_kind, in_force
from tests.factories.post import a_mail, status_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def the_consent(town):
    return who_knows_what(town.person, person_id=town.person_id)[0].consent_id


def pages(town, ask, name, about):
    viewers = (town.by_link(about), town.coordinator, town.navigator, town.person)
    return [
        what_was_shared(viewer, disclosure_id=disclosure_id)
        for viewer in viewers
        for disclosure_id in (ask, name)
    ]


def is_hidden(page):
    return page.is_stopped and not page.items and page.contact is None and not page.duties


@pytest.mark.parametrize("who", ["person", "navigator"])
def test_a_stop_hides_everything_from_everyone_and_says_since_when(town, who):
    told = told_all(town)

    stop_sharing(getattr(town, who), consent_id=the_consent(town))

    assert all(is_hidden(page) for page in pages(town, *told))
    assert {page.stopped_on for page in pages(town, *told)} == {clock.today("UTC")}


def test_a_stop_ends_new_telling(town):
    told_all(town)
    stop_sharing(town.person, consent_id=the_consent(town))

    with pytest.raises(ConsentMissing):
        asked(town)


def test_a_stop_stops_what_waits_to_go_out_about_it_and_nothing_else(town):
    *_, about = told_all(town)
    queued, elsewhere = a_mail(about=about), a_mail(about=a_referral())

    stop_sharing(town.person, consent_id=the_consent(town))

    assert status_of(queued) == MessageStatus.CANCELLED
    assert status_of(elsewhere) == MessageStatus.QUEUED


def test_a_stop_says_what_it_was_about_so_that_links_close(town):
    *_, about = told_all(town)

    stop_sharing(town.person, consent_id=the_consent(town))

    event = events_of_kind("disclosure.sharing_stopped")[0]
    assert event.payload["abouts"] == [str(about)]
    assert event.organization_id == town.holder_id


def test_a_stop_by_a_yes_that_was_replaced_stops_all_the_same(town):
    old = said_yes(town)
    about = town.about
    ask = asked(town, about=about)
    said_yes(town)

    stop_sharing(town.person, consent_id=old)

    assert is_hidden(what_was_shared(town.coordinator, disclosure_id=ask))


def test_stopping_twice_is_no_error(town):
    told_all(town)
    consent_id = the_consent(town)

    stop_sharing(town.person, consent_id=consent_id)
    stop_sharing(town.person, consent_id=consent_id)


def test_a_new_yes_does_not_bring_back_what_was_stopped(town):
    ask, name, about = told_all(town)
    stop_sharing(town.person, consent_id=the_consent(town))

    said_yes(town)

    assert all(is_hidden(page) for page in pages(town, ask, name, about))
    asked(town, about=about)


def test_a_stop_at_one_partner_leaves_another(town):
    told_all(town)
    other_id = a_partner(town.manager, "Open Door")
    in_force(town.manager, other_id)
    other = replace(town, recipient_id=other_id, contact_id=a_contact(town.manager, other_id))
    said_yes(other)
    ask = asked(other)
    first = next(
        line
        for line in who_knows_what(town.person, person_id=town.person_id)
        if line.recipient_id == town.recipient_id
    )

    stop_sharing(town.person, consent_id=first.consent_id)

    assert not what_was_shared(town.navigator, disclosure_id=ask).is_stopped


def test_stop_all_stops_every_partner(town):
    told = told_all(town)
    *_, about = told
    queued = a_mail(about=about)

    stop_all_sharing(town.person, person_id=town.person_id)

    assert all(is_hidden(page) for page in pages(town, *told))
    assert status_of(queued) == MessageStatus.CANCELLED
    assert len(events_of_kind("disclosure.sharing_stopped")) == 1


def test_one_record_is_stopped_and_another_at_the_same_partner_is_not(town):
    ask, name, about = told_all(town)
    other = a_referral()
    said_yes(town, about=other)
    other_ask = asked(town, about=other)
    waiting, elsewhere = a_mail(about=about), a_mail(about=other)

    for _twice in range(2):
        stop_sharing_about(town.person, person_id=town.person_id, about=about)

    assert all(is_hidden(page) for page in pages(town, ask, name, about))
    assert not what_was_shared(town.coordinator, disclosure_id=other_ask).is_stopped
    assert (status_of(waiting), status_of(elsewhere)) == (MessageStatus.CANCELLED, MessageStatus.QUEUED)
    [event] = events_of_kind("disclosure.sharing_stopped")
    assert event.payload["abouts"] == [str(about)]
    with pytest.raises(ConsentMissing):
        asked(town, about=about)


def test_who_was_told_stops_nothing_of_it(town):
    ask, *_, about = told_all(town)

    for stranger in (town.coordinator, town.by_link(about), town.privacy_officer):
        stop_sharing_about(stranger, person_id=town.person_id, about=about)

    assert not what_was_shared(town.coordinator, disclosure_id=ask).is_stopped


def test_stop_all_is_the_persons_and_their_workers_alone(town):
    told_all(town)

    for stranger in (town.coordinator, a_member(town.recipient_id, Role.NAVIGATOR)):
        with pytest.raises(NotFound):
            stop_all_sharing(stranger, person_id=town.person_id)
    with pytest.raises(Denied):
        stop_all_sharing(town.privacy_officer, person_id=town.person_id)


@pytest.mark.parametrize("change", [stop_sharing, pause_sharing, resume_sharing])
def test_the_partner_stops_pauses_and_resumes_nothing(town, change):
    *_, about = told_all(town)
    consent_id = the_consent(town)

    for stranger in (town.coordinator, town.by_link(about), a_member(town.recipient_id, *Role)):
        with pytest.raises(NotFound):
            change(stranger, consent_id=consent_id)


def test_a_pause_hides_until_it_goes_on_and_stops_what_waits(town):
    told = told_all(town)
    *_, about = told
    queued = a_mail(about=about)
    consent_id = the_consent(town)

    pause_sharing(town.person, consent_id=consent_id)
    assert all(is_hidden(page) for page in pages(town, *told))
    assert status_of(queued) == MessageStatus.CANCELLED
    with pytest.raises(ConsentMissing):
        asked(town)

    resume_sharing(town.person, consent_id=consent_id)
    assert not any(page.is_stopped for page in pages(town, *told))
    assert events_of_kind("disclosure.sharing_paused")[0].payload["abouts"] == [str(about)]
    assert events_of_kind("disclosure.sharing_resumed")[0].payload["abouts"] == [str(about)]


def test_after_a_stop_nothing_is_paused_or_resumed(town):
    told_all(town)
    consent_id = the_consent(town)
    stop_sharing(town.person, consent_id=consent_id)

    for change in (pause_sharing, resume_sharing):
        with pytest.raises(HasEnded):
            change(town.person, consent_id=consent_id)


def test_a_yes_taken_back_in_the_room_below_hides_at_once_too(town):
    told = told_all(town)

    withdraw_consent(town.person, consent_id=the_consent(town))

    assert all(is_hidden(page) for page in pages(town, *told))


def test_what_was_told_is_hidden_from_the_moment_the_yes_is_over(town):
    told = told_all(town)
    last = clock.now() + timedelta(days=40)

    with clock.at(last):
        assert all(is_hidden(page) for page in pages(town, *told))
        days = {page.stopped_on for page in pages(town, *told)}
    assert days == {clock.today("UTC") + timedelta(days=31)}


def test_what_has_run_out_is_stopped_in_ledger_and_post(town):
    *_, about = told_all(town)
    queued = a_mail(about=about)
    stop_what_has_run_out(SYSTEM)
    assert status_of(queued) == MessageStatus.QUEUED

    with clock.at(clock.now() + timedelta(days=40)):
        stop_what_has_run_out(SYSTEM)
        stop_what_has_run_out(SYSTEM)

    assert status_of(queued) == MessageStatus.CANCELLED
    assert not Disclosure.objects.filter(stopped_at=None).exists()
    assert len(events_of_kind("disclosure.sharing_stopped")) == 1


def test_what_ran_out_but_was_agreed_again_goes_on(town):
    ask, *_ = told_all(town)

    with clock.at(clock.now() + timedelta(days=25)):
        said_yes(town)
    with clock.at(clock.now() + timedelta(days=40)):
        stop_what_has_run_out(SYSTEM)
        assert not what_was_shared(town.coordinator, disclosure_id=ask).is_stopped


def test_a_yes_for_another_request_prolongs_nothing(town):
    ask, name, about = told_all(town)
    other = a_referral()
    with clock.at(clock.now() + timedelta(days=25)):
        said_yes(town, about=other, days=60)
        other_ask = asked(town, about=other)

    with clock.at(clock.now() + timedelta(days=40)):
        hidden = pages(town, ask, name, about)
        stop_what_has_run_out(SYSTEM)
        other_page = what_was_shared(town.coordinator, disclosure_id=other_ask)

    assert all(is_hidden(page) for page in hidden)
    assert {page.stopped_on for page in hidden} == {clock.today("UTC") + timedelta(days=31)}
    assert not other_page.is_stopped
    assert set(Disclosure.objects.filter(stopped_at=None).values_list("id", flat=True)) == {other_ask}


def test_what_was_agreed_again_is_stopped_in_the_ledger_when_that_is_over_too(town):
    told_all(town)
    with clock.at(clock.now() + timedelta(days=25)):
        said_yes(town)

    with clock.at(clock.now() + timedelta(days=60)):
        stop_what_has_run_out(SYSTEM)

    assert not Disclosure.objects.filter(stopped_at=None).exists()


def test_a_yes_for_one_request_lets_nothing_leave_for_another(town):
    said_yes(town)

    with pytest.raises(ConsentMissing):
        asked(town, about=a_referral())


def test_a_narrower_yes_for_another_request_hides_nothing_here(town):
    ask, name, about = told_all(town)

    said_yes(town, about=a_referral(), kinds={Kind.NEED})

    assert not any(page.is_stopped for page in pages(town, ask, name, about))


def test_hiding_only_one_kind_hides_it_alone(town):
    ask, name, _about = told_all(town)

    said_yes(town, kinds={*ASK_KINDS, Kind.NAME} - {Kind.TIMES})

    shown = {item.kind for item in what_was_shared(town.coordinator, disclosure_id=ask).items}
    page = what_was_shared(town.coordinator, disclosure_id=name)
    assert shown == ASK_KINDS - {Kind.TIMES}
    assert [item.kind for item in page.items] == [Kind.NAME]
    assert page.contact is None


def test_when_the_law_runs_out_the_name_is_hidden_and_the_question_is_not():
    town = a_town(days_of_law=5)
    ask, name, about = told_all(town)

    with clock.at(clock.now() + timedelta(days=10)):
        assert not what_was_shared(town.by_link(about), disclosure_id=ask).is_stopped
        page = what_was_shared(town.by_link(about), disclosure_id=name)
    assert is_hidden(page)
    assert page.stopped_on == clock.today("UTC") + timedelta(days=6)


def test_when_the_agreement_ends_everything_is_hidden(town):
    told = told_all(town)

    end_agreement(town.manager, agreement_id=town.agreement_id)

    with clock.at(clock.now() + timedelta(days=1)):
        assert all(is_hidden(page) for page in pages(town, *told))


def test_excluding_hides_and_stops_and_gives_no_reason(town):
    told = told_all(town)
    *_, about = told
    queued = a_mail(about=about)

    exclude_from_sharing(
        town.person,
        person_id=town.person_id,
        organization_id=town.recipient_id,
        contact_id=None,
        words="",
    )

    assert all(is_hidden(page) for page in pages(town, *told))
    assert status_of(queued) == MessageStatus.CANCELLED
    event = events_of_kind("disclosure.sharing_stopped")[0]
    assert event.payload == {"recipient_id": str(town.recipient_id), "abouts": [str(about)]}


def test_excluding_one_human_hides_what_that_human_was_told_alone(town):
    yusuf = a_contact(town.manager, town.recipient_id, "Yusuf Karim")
    said_yes(town)
    said_yes(town, contact_id=yusuf)
    to_fatima, to_yusuf = asked(town), asked(town, contact_id=yusuf)

    exclude_from_sharing(
        town.navigator,
        person_id=town.person_id,
        organization_id=town.recipient_id,
        contact_id=yusuf,
        words="",
    )

    assert not what_was_shared(town.coordinator, disclosure_id=to_fatima).is_stopped
    assert what_was_shared(town.coordinator, disclosure_id=to_yusuf).is_stopped


def test_an_exclusion_made_in_the_room_below_is_carried_out_too(town):
    told = told_all(town)
    *_, about = told
    queued = a_mail(about=about)
    exclude(
        town.navigator,
        person_id=town.person_id,
        holder_id=town.holder_id,
        organization_id=town.recipient_id,
        contact_id=None,
        words="",
    )
    assert all(is_hidden(page) for page in pages(town, *told))

    event = recorded(events_of_kind("consent.exclusion_made")[0])
    stop_what_was_excluded(SYSTEM, event)
    stop_what_was_excluded(SYSTEM, event)

    assert status_of(queued) == MessageStatus.CANCELLED
    assert len(events_of_kind("disclosure.sharing_stopped")) == 1


def test_lifting_an_exclusion_does_not_bring_back_what_was_stopped(town):
    ask, *_ = told_all(town)
    exclusion_id = exclude_from_sharing(
        town.person,
        person_id=town.person_id,
        organization_id=town.recipient_id,
        contact_id=None,
        words="",
    )

    lift_exclusion(town.person, exclusion_id=exclusion_id)

    assert what_was_shared(town.coordinator, disclosure_id=ask).is_stopped
    asked(town)


def test_the_person_still_sees_who_was_told_which_kinds_after_a_stop(town):
    told_all(town)
    stop_sharing(town.person, consent_id=the_consent(town))

    line = who_knows_what(town.person, person_id=town.person_id)[0]

    assert line.is_named
    assert line.is_stopped
    assert line.state is ConsentState.WITHDRAWN
    assert line.stopped_on == clock.today("UTC")


def test_of_an_unknown_consent_nothing_is_stopped(town):
    with pytest.raises(NotFound):
        stop_sharing(town.person, consent_id=uuid7())


def test_named_again_after_a_stop_needs_a_new_question(town):
    ask, name, about = told_all(town)
    stop_sharing(town.person, consent_id=the_consent(town))
    said_yes(town)

    asked(town, about=about)
    again = named(town, about=about)

    assert not what_was_shared(town.by_link(about), disclosure_id=again).is_stopped
    assert ask != name
