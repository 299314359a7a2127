"""An agreement as it lives, at the browser: changed for a while, left by one of seven, reviewed and renewed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.clause_terms import Currency, Measure
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.giving import Payment
from kith.partnerships.clauses.sharing import ReportingScope
from kith.partnerships.clauses.stated import Tolerance
from kith.partnerships.listeners.end_left_agreements import end_left_agreements
from kith.partnerships.models import Agreement, Variation, Version
from kith.partnerships.queries.route import route
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party
from tests.factories.living import living, owed
from tests.factories.partnerships import SYSTEM, a_member, a_partner
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = MORNING.date()
WORKER = Viewer.system(Door.WORKER)


@pytest.fixture(autouse=True)
def one_morning() -> Iterator[None]:
    with clock.at(MORNING):
        yield


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def page(client: Client, name: str, **parts: object) -> str:
    response = client.get(reverse(name, kwargs=parts))
    assert response.status_code == 200, (name, response.status_code)
    return response.content.decode()


def send(client: Client, name: str, sent: dict[str, object], **parts: object) -> int:
    return client.post(reverse(name, kwargs=parts), {"key": str(uuid4()), **sent}).status_code


def test_a_promise_is_changed_for_a_while(town: Town, manager: Client, coordinator: Client) -> None:
    promise = owed(town.mosque, ResponsePromise(days=2, urgent_hours=4), tolerance=Tolerance(days=3, by=1))
    one = living(town.manager, [town.mosque], [promise])
    assert "Change this for a while" in page(coordinator, "agreement_life", agreement_id=one)
    assert "Change this for a while" not in page(manager, "agreement_life", agreement_id=one)
    form = page(coordinator, "ask_variation", agreement_id=one, clause_key=promise.key)
    assert "agreed at once" in form
    words: dict[str, object] = {"reason": "holy_days", "words": "Ramadan.", "urgent_hours": "4"}
    dates: dict[str, object] = {"first_on": day(0), "last_on": day(29)}

    wrong = send(
        coordinator, "ask_variation", {**words, **dates, "days": 2}, agreement_id=one, clause_key=promise.key
    )
    asked = send(
        coordinator, "ask_variation", {**words, **dates, "days": 5}, agreement_id=one, clause_key=promise.key
    )
    assert (wrong, asked) == (422, 302)
    variation = Variation.objects.get()
    assert "Answer this" in page(manager, "agreement_life", agreement_id=one)
    assert "asks to change something for a while" in page(
        manager, "answer_variation", variation_id=variation.pk
    )
    no_words = send(manager, "answer_variation", {"answer": "no", "words": ""}, variation_id=variation.pk)
    yes = send(
        manager, "answer_variation", {"answer": "yes", "words": "Blessed days."}, variation_id=variation.pk
    )

    assert (no_words, yes) == (422, 302)
    html = page(coordinator, "agreement_life", agreement_id=one)
    assert "Blessed days." in html
    assert "Answers each request within 5 of its own working days." in html
    assert route(SYSTEM, sender_id=town.clinic, receiver_id=town.mosque).promise_days == 5


def test_a_small_change_is_agreed_at_once_and_one_to_come_is_taken_back(
    town: Town, coordinator: Client
) -> None:
    promise = owed(town.mosque, ResponsePromise(days=2), tolerance=Tolerance(days=7, by=1))
    one = living(town.manager, [town.mosque], [promise])
    sent: dict[str, object] = {
        "days": 3,
        "urgent_hours": "",
        "reason": "staff_away",
        "words": "Two are ill.",
        "first_on": day(1),
        "last_on": day(2),
    }

    send(coordinator, "ask_variation", sent, agreement_id=one, clause_key=promise.key)

    html = page(coordinator, "agreement_life", agreement_id=one)
    assert "It stays within what all agreed before" in html
    assert send(coordinator, "take_back_variation", {}, variation_id=Variation.objects.get().pk) == 302
    assert Variation.objects.get().status == "taken_back"


def test_days_of_payment_and_what_it_is_for_have_fields_of_their_own(
    town: Town, manager: Client, coordinator: Client
) -> None:
    payment = owed(
        town.clinic,
        Payment(
            amount_minor=500_00,
            currency=Currency.USD,
            due_on=(day(10), day(100)),
            deliverable="Ten sessions",
            is_flexible=True,
        ),
        to=town.mosque,
    )
    one = living(town.manager, [town.mosque], [payment])
    common: dict[str, object] = {
        "reason": "money_late",
        "words": "The council pays later.",
        "first_on": day(0),
        "last_on": day(20),
    }

    paying = {**common, "due_on_0": day(15), "due_on_1": day(100)}
    giving = {**common, "first_on": day(21), "last_on": day(40), "deliverable": "Eight sessions and a feast"}
    assert send(manager, "ask_variation", paying, agreement_id=one, clause_key=payment.key) == 302
    assert send(coordinator, "ask_variation", giving, agreement_id=one, clause_key=payment.key) == 302

    kept = {row.organization_id: row.terms for row in Variation.objects.all()}
    assert kept[town.clinic]["due_on"] == [str(day(15)), str(day(100))]
    assert kept[town.mosque]["deliverable"] == "Eight sessions and a feast"


def test_one_of_seven_leaves_and_the_rest_goes_on(town: Town, manager: Client) -> None:
    centres = [a_partner(town.manager, f"Centre {at}") for at in range(6)]
    one = living(town.manager, centres)
    leaver = browser_of(a_member(centres[0], Role.COORDINATOR))
    past = send(leaver, "leave_agreement", {"last_on": day(-1), "words": ""}, agreement_id=one)
    left = send(leaver, "leave_agreement", {"last_on": day(1), "words": "We close."}, agreement_id=one)

    assert (past, left) == (422, 302)
    html = page(manager, "agreement_life", agreement_id=one)
    assert "Centre 0" in html
    assert "The others stay bound to each other." in html
    with clock.at(MORNING + timedelta(days=2)):
        end_left_agreements(WORKER)
        assert Agreement.objects.get(pk=one).status == "in_force"
        later = browser_of(a_member(centres[0], Role.COORDINATOR))
        assert "We have left" in page(later, "agreement_page", agreement_id=one)
        stay = route(SYSTEM, sender_id=town.clinic, receiver_id=centres[1])
        gone = route(SYSTEM, sender_id=town.clinic, receiver_id=centres[0])
    assert (stay.agreement_id, gone.agreement_id) == (one, None)


def test_a_review_comes_near_is_noted_and_the_agreement_is_renewed(
    town: Town, manager: Client, coordinator: Client
) -> None:
    one = living(town.manager, [town.mosque], review_on=day(10), ends_on=day(25))
    listed = page(manager, "agreements_list")
    assert "look at it together on 4 December 2026." in listed
    assert "ends on 19 December 2026." in listed
    assert "Look at it together in 10 days" in page(coordinator, "agreement_life", agreement_id=one)

    noted = send(
        coordinator,
        "note_review",
        {
            "held_on": day(0),
            "came": [str(town.clinic), str(town.mosque)],
            "works": "People get answers.",
            "to_change": "More interpreters.",
            "next_on": "",
        },
        agreement_id=one,
    )
    renewed = send(
        manager,
        "renew_agreement",
        {"ends_on": day(390), "review_on": day(200), "name": "Mara Lind", "role_title": "Director"},
        agreement_id=one,
    )

    assert (noted, renewed) == (302, 302)
    html = page(manager, "agreement_life", agreement_id=one)
    assert "People get answers." in html
    assert "Look at it together" not in html
    assert "Other words are on the table." in html
    offered = Version.objects.get(agreement_id=one, state="offered")
    sent = {"name": "Imam Idris", "role_title": "Imam", "agreed": "on", "seen_digest": offered.text_digest}
    assert send(coordinator, "sign_agreement", sent, agreement_id=one) == 302
    assert "ends on" not in page(manager, "agreements_list")
    assert "ran out" not in page(manager, "agreements_list")


def test_what_has_run_out_says_so_and_offers_to_renew(town: Town, manager: Client) -> None:
    one = living(town.manager, [town.mosque], ends_on=day(3))
    with clock.at(MORNING + timedelta(days=5)):
        assert "ran out on 27 November 2026." in page(manager, "agreements_list")
        html = page(manager, "agreement_life", agreement_id=one)
        assert "This agreement ran out on 27 November 2026." in html
        assert "Renew it as it is" in page(manager, "agreement_life", agreement_id=one)
        assert "Ran out" in page(manager, "agreement_page", agreement_id=one)


def test_it_rests_and_goes_on(town: Town, manager: Client, coordinator: Client) -> None:
    one = living(town.manager, [town.mosque])
    assert manager.get(reverse("resume_agreement", kwargs={"agreement_id": one})).status_code == 409
    assert send(manager, "suspend_agreement", {"reason": "money", "words": ""}, agreement_id=one) == 422
    assert (
        send(manager, "suspend_agreement", {"reason": "money", "words": "None left."}, agreement_id=one)
        == 302
    )
    html = page(coordinator, "agreement_life", agreement_id=one)
    assert "The money is not there" in html
    assert "None left." in html
    assert coordinator.get(reverse("resume_agreement", kwargs={"agreement_id": one})).status_code == 404
    assert send(manager, "resume_agreement", {"words": ""}, agreement_id=one) == 302
    assert Agreement.objects.get(pk=one).status == "in_force"


def test_a_seat_reads_published_words_and_a_funder_its_report(town: Town, manager: Client) -> None:
    elders, council = a_partner(town.manager, "Elders"), a_partner(town.manager, "Council")
    scope = owed(town.mosque, ReportingScope(measures=frozenset({Measure.TAKEN}), every_months=3), to=council)
    more = [
        Party(elders, PartyRole.COMMUNITY_SEAT, must_sign=False),
        Party(council, PartyRole.FUNDER, must_sign=False),
    ]
    one = living(town.manager, [town.mosque], [scope], more=more)
    seat, funder = (browser_of(a_member(who, Role.COORDINATOR)) for who in (elders, council))
    assert seat.get(reverse("published_agreement", kwargs={"agreement_id": one})).status_code == 404

    assert send(manager, "publish_agreement", {}, agreement_id=one) == 302

    assert "Living well together" in page(seat, "our_reporting")
    assert "Reports every 3 months" in page(seat, "published_agreement", agreement_id=one)
    assert "how many were taken" in page(funder, "our_reporting")
    for client in (seat, funder):
        for name in ("agreement_page", "agreement_life"):
            assert client.get(reverse(name, kwargs={"agreement_id": one})).status_code == 404
    assert send(manager, "unpublish_agreement", {}, agreement_id=one) == 302
    assert seat.get(reverse("published_agreement", kwargs={"agreement_id": one})).status_code == 404


@pytest.mark.parametrize(
    "name", ["agreement_life", "suspend_agreement", "leave_agreement", "renew_agreement", "note_review"]
)
def test_nobody_else_finds_these_pages(name: str, town: Town) -> None:
    one = living(town.manager, [town.mosque])
    stranger = browser_of(a_member(town.elsewhere, Role.PARTNERSHIP_MANAGER))

    assert stranger.get(reverse(name, kwargs={"agreement_id": one})).status_code == 404
    assert Client().get(reverse(name, kwargs={"agreement_id": one})).status_code == 302
