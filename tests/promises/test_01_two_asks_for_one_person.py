"""Promise 1, of somebody who is asked for twice: nothing shows a partner that two asks are for one person.

Two asks for one person and one for somebody else, alike in every fact, go to the same partner. What the partner's
staff, its link and its privacy officer can open, and the mails it gets, may hold marks (ids, tokens). A mark that
the two asks share and the third does not would join them.
"""

import re
from uuid import UUID

import pytest
from django.core import mail

from kith.care.actions.accept_referral import accept_referral
from kith.care.actions.ask_partner import ask_partner
from kith.care.actions.close_referral import close_referral
from kith.care.actions.draft_referral import draft_referral
from kith.care.actions.say_how_it_went import say_how_it_went
from kith.care.terms import Helped
from kith.core.ids import Ref
from kith.core.models import Event
from kith.core.queries.events_about import events_about
from kith.core.viewer import Role, Viewer
from kith.disclosure.models import Disclosure
from kith.post.models import OutgoingMessage, SinglePurposeLink
from tests.factories.care import CareTown, a_care_town, a_meeting, a_need, link, persons_yes, work_off
from tests.factories.disclosure import a_person
from tests.factories.partnerships import a_member
from tests.promises.seats import browser_of, by_link, in_the_ledger, text_of

pytestmark = pytest.mark.django_db
MARK = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[A-Za-z0-9_-]{20,}")


@pytest.fixture
def care() -> CareTown:
    return a_care_town(places=None)


@pytest.fixture
def officer(care: CareTown) -> Viewer:
    return a_member(care.town.recipient_id, Role.PRIVACY_OFFICER)


def asked(care: CareTown, person_id: UUID) -> UUID:
    need_id = a_need(care.navigator, person_id)
    referral_id = draft_referral(care.navigator, need_id=need_id, service_id=care.service_id)
    ask_partner(care.navigator, referral_id=referral_id, answer=persons_yes())
    work_off()
    return referral_id


def told_about(referral_id: UUID) -> list[Ref]:
    """Everything of one ask that has events of its own."""
    rows = {
        "disclosure": Disclosure.objects.filter(about_id=referral_id),
        "message": OutgoingMessage.objects.filter(about_id=referral_id),
        "link": SinglePurposeLink.objects.filter(about_id=referral_id),
    }
    found = [Ref(kind, pk) for kind, row in rows.items() for pk in row.values_list("pk", flat=True)]
    return [Ref("referral", referral_id), *found]


def heard_of(care: CareTown, officer: Viewer, referral_id: UUID, mails: list[str]) -> str:
    """All that anybody at the partner can open, read or get about this ask."""
    coordinator, desk = browser_of(care.coordinator), browser_of(officer)
    heard = [*mails, *by_link(care, [referral_id])]
    heard.append(text_of(coordinator.get(f"/inbox/{referral_id}/")))
    heard += in_the_ledger([care.by_link(referral_id)])
    for about in told_about(referral_id):
        heard.append(repr(events_about(officer, about=about, person_id=None, not_of=(), limit=100)))
        heard.append(text_of(desk.get(f"/privacy/records/{about.kind}/{about.id}/")))
    return "\n".join(heard)


def marks_of_three_asks(care: CareTown, officer: Viewer) -> list[set[str]]:
    """The marks in what the partner hears: twice of one person, once of another; with a yes to the first."""
    asks, mails = [], []
    for person_id in (care.town.person_id, care.town.person_id, a_person(care.navigator)):
        before = len(mail.outbox)
        asks.append(asked(care, person_id))
        mails.append([f"{one.subject} {one.body} {one.extra_headers}" for one in mail.outbox[before:]])
    for referral_id in asks:
        accept_referral(care.by_link(referral_id), referral_id=referral_id, told=link())
    return [set(MARK.findall(heard_of(care, officer, *ask))) for ask in zip(asks, mails, strict=True)]


def test_two_asks_for_one_person_have_no_mark_in_common_that_another_persons_ask_has_not(
    care: CareTown, officer: Viewer
) -> None:
    first, second, of_another = marks_of_three_asks(care, officer)

    assert len(first) > len(first & second)
    assert (first & second) - of_another == set()


def test_the_officers_whole_desk_names_no_person_of_another_organisation(
    care: CareTown, officer: Viewer
) -> None:
    marks_of_three_asks(care, officer)

    lines = events_about(officer, about=None, person_id=None, not_of=(), limit=1000)
    asked_of_us = [line for line in lines if line.kind == "care.referral_asked"]
    by_person = events_about(officer, about=None, person_id=care.town.person_id, not_of=(), limit=1000)

    assert len(asked_of_us) == 3
    assert {line.person_id for line in lines} == {None}
    assert {line.user_id for line in asked_of_us} == {None}
    assert by_person == []


def test_the_keepers_officer_and_the_person_still_read_all_of_it(care: CareTown, officer: Viewer) -> None:
    marks_of_three_asks(care, officer)

    for viewer in (care.town.privacy_officer, care.person):
        lines = events_about(viewer, about=None, person_id=care.town.person_id, not_of=(), limit=1000)

        kinds = [line.kind for line in lines if line.person_id == care.town.person_id]
        assert kinds.count("care.referral_asked") == 2
        assert kinds.count("care.referral_accepted") == 2
        assert "post.message_sent" in kinds


def test_what_happens_to_a_person_concerns_the_organisation_that_keeps_the_record(care: CareTown) -> None:
    referral_id = a_meeting(care)
    work_off()
    say_how_it_went(care.person, referral_id=referral_id, helped=Helped.YES, words="")
    close_referral(care.navigator, referral_id=referral_id)
    work_off()

    about_people = Event.objects.filter(person_id=care.town.person_id)

    assert {"care.referral_closed", "post.message_sent"} <= set(about_people.values_list("kind", flat=True))
    assert not about_people.exclude(organization_id=care.town.holder_id).values_list("kind", flat=True)
