"""Promise 17: without an account, at most one routine mail a week besides requests.

Pauses, limits and closed days: tests/partnerships and tests/care. Here: what is routine, and how seldom it comes.
"""

import re
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core import clock
from kith.core.viewer import Role, Viewer
from kith.directory.actions.add_service import add_service
from kith.directory.records import ServiceDetails
from kith.directory.terms import Topic
from kith.partnerships.actions.send_routine_mail import send_routine_mail
from kith.partnerships.listeners.write_routine_mail import write_routine_mail
from kith.partnerships.models import PartnerContact
from kith.partnerships.queries.partners_to_write_to import partners_to_write_to
from kith.partnerships.queries.routine_lines_for import routine_lines_for
from kith.partnerships.routine import BETWEEN_MAILS, RoutineLine
from kith.post.models import OutgoingMessage
from tests.environment import scaled
from tests.factories.partnerships import SYSTEM, a_contact, a_member, a_partner, an_organization, make_host

pytestmark = pytest.mark.django_db

PROGRAM = Path(__file__).parents[2] / "kith"
WEEKS = 13
NOT_ROUTINE = {
    "care/actions/write_to_contact.py": "a request, and what follows from it",
    "care/actions/write_to_owner.py": "a colleague, never a partner",
    "partnerships/actions/ask_for_proposal.py": "a question that somebody asks by hand, once a week at most",
    "partnerships/actions/mail_answer.py": "a colleague who proposed, never a partner",
    "partnerships/actions/mail_lost_seat.py": "once, at once: its seat was taken away, and why",
    "partnerships/actions/mail_phoned_answer.py": "a question: is this what you said on the phone",
    "partnerships/actions/mail_proposal.py": "a request: words that wait for a signature",
    "partnerships/actions/mail_signed_words.py": "what somebody has just signed",
    "partnerships/actions/mail_paper.py": "a question: is this the paper that you signed",
    "partnerships/actions/queue_letter.py": "used by the others in this list",
    "partnerships/actions/send_routine_mail.py": "the one routine mail",
    "partnerships/actions/write_about_contact.py": "security: whom we ask and tell was changed",
    "partnerships/actions/write_to_parties.py": "those who sign in; others hear of it in the routine mail",
    "web/accounts/invitation_pages.py": "somebody asked for an account",
    "web/accounts/mail_to_user.py": "one's own sign-in",
    "web/site/report_pages.py": "to the people who run the site",
}


@pytest.fixture
def manager() -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    mosque = a_partner(manager, "Al-Noor Mosque")
    a_contact(manager, mosque)
    return mosque


def a_line(key: str) -> RoutineLine:
    return RoutineLine(key=key, words=f"Something about {key}.")


def listed(organization_id: UUID, name: str) -> None:
    add_service(
        SYSTEM,
        organization_id=organization_id,
        name=name,
        description="",
        languages=["ar"],
        topics=[Topic.CRISIS],
        details=ServiceDetails(),
    )


def sent_to(organization_id: UUID) -> list[OutgoingMessage]:
    return list(OutgoingMessage.objects.filter(organization_id=organization_id).order_by("queued_at", "pk"))


def shortest_pause(moments: list[datetime]) -> timedelta:
    return min((b - a for a, b in pairwise(moments)), default=BETWEEN_MAILS)


def test_no_file_queues_a_mail_unless_this_list_says_why_it_is_not_routine() -> None:
    found = {
        str(path.relative_to(PROGRAM))
        for path in PROGRAM.rglob("*.py")
        if re.search(r"(?<!def )\bqueue_(message|letter)\(", path.read_text())
    }

    assert found == set(NOT_ROUTINE)


@settings(
    max_examples=scaled(200, least=10),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(waits=st.lists(st.integers(0, 24 * 9), min_size=1, max_size=25))
def test_whatever_is_due_whenever_it_is_tried_seven_days_lie_between_two_mails(
    manager: Viewer, waits: list[int]
) -> None:
    partner_id = a_partner(manager, "Al-Noor Mosque")
    a_contact(manager, partner_id)
    hour = clock.now()
    for number, wait in enumerate(waits):
        hour += timedelta(hours=wait)
        with clock.at(hour):
            send_routine_mail(SYSTEM, organization_id=partner_id, lines=[a_line(str(number))])

    moments = [mail.queued_at for mail in sent_to(partner_id)]
    assert moments
    assert shortest_pause(moments) >= BETWEEN_MAILS


def test_three_months_with_something_new_every_day_bring_one_mail_a_week(
    manager: Viewer, mosque: UUID
) -> None:
    listed(mosque, "Friday meal")
    start = clock.now()
    for day in range(WEEKS * 7):
        with clock.at(start + timedelta(days=day)):
            write_routine_mail(SYSTEM)
            send_routine_mail(SYSTEM, organization_id=mosque, lines=[a_line(f"news:{day}")])

    moments = [mail.queued_at for mail in sent_to(mosque)]
    assert len(moments) == WEEKS
    assert shortest_pause(moments) >= BETWEEN_MAILS


def test_two_people_at_one_partner_do_not_mean_two_mails(manager: Viewer, mosque: UUID) -> None:
    a_contact(manager, mosque, "Idris Ali")
    send_routine_mail(SYSTEM, organization_id=mosque, lines=[a_line("one")])
    send_routine_mail(SYSTEM, organization_id=mosque, lines=[a_line("two")])

    assert [mail.address for mail in sent_to(mosque)] == ["fatima.noor@al-noor.example"]


def test_what_was_told_once_is_not_told_again(mosque: UUID) -> None:
    lines = [a_line("one"), a_line("two")]
    send_routine_mail(SYSTEM, organization_id=mosque, lines=lines[:1])
    with clock.at(clock.now() + timedelta(days=8)):
        send_routine_mail(SYSTEM, organization_id=mosque, lines=lines)
    with clock.at(clock.now() + timedelta(days=16)):
        send_routine_mail(SYSTEM, organization_id=mosque, lines=lines)

    assert ["about one" in mail.body for mail in sent_to(mosque)] == [True, False]


def test_all_of_it_stands_in_one_mail_with_the_code_word_first(mosque: UUID) -> None:
    send_routine_mail(SYSTEM, organization_id=mosque, lines=[a_line("one"), a_line("two")])

    (mail,) = sent_to(mosque)
    assert mail.body.startswith("Our code word: Walnut.")
    assert "about one" in mail.body
    assert "about two" in mail.body
    assert mail.body.endswith("Besides requests, you get one mail a week from us at most.")


def test_nobody_who_was_not_confirmed_gets_it(mosque: UUID) -> None:
    PartnerContact.objects.update(confirmed_at=None)

    assert routine_lines_for(SYSTEM, organization_id=mosque) == []
    assert send_routine_mail(SYSTEM, organization_id=mosque, lines=[a_line("one")]) is None


def test_the_lines_speak_the_language_of_their_reader(mosque: UUID) -> None:
    listed(mosque, "Friday meal")
    PartnerContact.objects.update(language="ar")
    with clock.at(clock.now() + timedelta(days=8)):
        (line,) = routine_lines_for(SYSTEM, organization_id=mosque)
        write_routine_mail(SYSTEM)

    assert "هل ما يقوله" in line.words
    assert "/ar/l/" in sent_to(mosque)[0].body


def test_who_was_written_to_is_looked_at_again_after_a_week(mosque: UUID) -> None:
    send_routine_mail(SYSTEM, organization_id=mosque, lines=[a_line("one")])

    assert mosque not in partners_to_write_to(SYSTEM)
    with clock.at(clock.now() + BETWEEN_MAILS):
        assert mosque in partners_to_write_to(SYSTEM)


def test_nobody_but_those_who_look_after_a_partner_learn_when_it_was_written_to(mosque: UUID) -> None:
    stranger = a_member(an_organization("Harbour Legal Aid"), Role.PARTNERSHIP_MANAGER)

    assert partners_to_write_to(stranger) == []
