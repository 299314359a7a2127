from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.partnerships.actions.change_clause import change_clause
from kith.partnerships.actions.take_out_clause import take_out_clause
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.stated import OF_ALL, Tolerance
from kith.partnerships.models import Version
from kith.partnerships.wording import Promise
from tests.factories.partnerships import a_member
from tests.partnerships.drafts import BODIES, a_draft, kept
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db

FIELDS: dict[ClauseKind, dict[str, object]] = {
    ClauseKind.RESPONSE_PROMISE: {"days": "3", "urgent_hours": "4"},
    ClauseKind.FOLLOW_UP_PROMISE: {"days": "5", "weeks": "4"},
    ClauseKind.CAPACITY_PLEDGE: {"places": "2", "per": "week", "population": "young people"},
    ClauseKind.DATA_SCOPE: {"kinds": ["need"], "labels_excluded": "private\n", "keep_days": "30"},
    ClauseKind.REFERRAL_ROUTE: {},
    ClauseKind.CONTRIBUTION: {"gift": "rooms", "amount": "1", "per": "week", "what": "the hall"},
    ClauseKind.MEETING_CADENCE: {
        "every_weeks": "4",
        "minutes": "45",
        "where": "here",
        "agenda": "who waits\nwho came",
    },
    ClauseKind.TRAINING_PLEDGE: {"topic": "listening", "hours": "3", "by_on": "2026-12-01"},
    ClauseKind.PAYMENT: {
        "amount": "1200.50",
        "currency": "USD",
        "due_on": "2026-02-01\n2026-03-01",
        "deliverable": "twelve groups",
    },
    ClauseKind.REPORTING_SCOPE: {"measures": ["asked", "helped"], "every_months": "3"},
    ClauseKind.REVIEW_CYCLE: {"every_months": "12", "remind_days": "60\n14"},
}


@pytest.fixture
def draft(town: Town) -> UUID:
    return a_draft(town.manager, town.mosque, promises=(Promise(town.mosque, 2),))


def address(name: str, agreement_id: UUID, **more: object) -> str:
    return reverse(name, kwargs={"agreement_id": agreement_id, **more})


def said(town: Town, kind: ClauseKind, /, **changes: object) -> dict[str, object]:
    """A whole form, as a browser sends it."""
    who = {} if kind in OF_ALL else {"organization": str(town.mosque)}
    to = {"to_organization": str(town.clinic)} if kind.value in {"payment", "reporting_scope"} else {}
    return {"key": str(uuid4()), "note": "", **who, **to, **FIELDS[kind], **changes}


def test_each_kind_is_offered_in_one_sentence(town: Town, manager: Client, draft: UUID) -> None:
    html = manager.get(address("choose_clause", draft)).content.decode()

    assert all(f"/add/{kind.value}/" in html for kind in ClauseKind)
    assert "It moves no money." in html
    assert manager.get(address("add_clause", draft, clause_kind="wish")).status_code == 404


@pytest.mark.parametrize("kind", ClauseKind)
def test_a_clause_of_each_kind_is_written_shown_and_opened_again(
    kind: ClauseKind, town: Town, manager: Client, draft: UUID
) -> None:
    for clause in kept(draft):
        if clause.kind is kind:
            take_out_clause(
                town.manager, agreement_id=draft, clause_key=clause.key, seen_digest=clause.digest
            )
    opened = manager.get(address("add_clause", draft, clause_kind=kind.value))

    response = manager.post(address("add_clause", draft, clause_kind=kind.value), said(town, kind))

    assert (opened.status_code, response.status_code) == (200, 302), response.content.decode()[-3000:]
    clause = kept(draft)[-1]
    assert clause.kind is kind
    page = manager.get(address("agreement_page", draft)).content.decode()
    assert clause.body.sentences()[0].split(" ")[0] in page
    again = manager.get(address("change_clause", draft, clause_key=clause.key)).content.decode()
    assert clause.digest in again
    for value in FIELDS[kind].values():
        assert str(value if isinstance(value, str) else value[0]).splitlines()[0] in again  # type: ignore[index]


def test_a_clause_sent_again_unchanged_says_the_same(town: Town, manager: Client, draft: UUID) -> None:
    manager.post(
        address("add_clause", draft, clause_kind="payment"),
        said(town, ClauseKind.PAYMENT, note="In good faith."),
    )
    before = kept(draft)[-1]

    manager.post(
        address("change_clause", draft, clause_key=before.key),
        said(town, ClauseKind.PAYMENT, note="In good faith.", seen_digest=before.digest),
    )

    assert kept(draft)[-1] == before


def test_two_people_who_change_one_clause_at_once_see_both(town: Town, manager: Client, draft: UUID) -> None:
    seen = kept(draft)[0]
    colleague = a_member(town.clinic, Role.PARTNERSHIP_MANAGER)
    theirs = replace(seen, body=ResponsePromise(days=7))
    change_clause(colleague, agreement_id=draft, clause=theirs, seen_digest=seen.digest)
    ours = said(town, ClauseKind.RESPONSE_PROMISE, days="4", seen_digest=seen.digest, kind="response_promise")

    conflict = manager.post(address("change_clause", draft, clause_key=seen.key), ours)

    html = conflict.content.decode()
    assert conflict.status_code == 409
    assert "Somebody else has changed this clause meanwhile" in html
    assert "within 7 of its own working days" in html
    assert "within 4 of its own working days" in html
    assert 'value="4"' in html
    assert kept(draft)[0] == theirs
    anew = manager.post(
        address("change_clause", draft, clause_key=seen.key), {**ours, "seen_digest": theirs.digest}
    )
    assert anew.status_code == 302
    assert kept(draft)[0].body == ResponsePromise(days=4, urgent_hours=4)


def test_a_clause_that_is_gone_can_be_added_again_with_the_same_words(
    town: Town, manager: Client, draft: UUID
) -> None:
    seen = kept(draft)[0]
    take_out_clause(town.manager, agreement_id=draft, clause_key=seen.key, seen_digest=seen.digest)
    ours = said(town, ClauseKind.RESPONSE_PROMISE, seen_digest=seen.digest, kind="response_promise")

    conflict = manager.post(address("change_clause", draft, clause_key=seen.key), ours)

    assert conflict.status_code == 409
    assert "Somebody has taken this clause out." in conflict.content.decode()
    assert address("add_clause", draft, clause_kind="response_promise") in conflict.content.decode()
    assert manager.get(address("change_clause", draft, clause_key=seen.key)).status_code == 404


def test_what_stands_against_a_clause_is_shown_with_it(town: Town, manager: Client, draft: UUID) -> None:
    response = manager.post(
        address("add_clause", draft, clause_kind="response_promise"), said(town, ClauseKind.RESPONSE_PROMISE)
    )

    html = response.content.decode()
    assert response.status_code == 422
    assert "It is about this clause:" in html
    assert "within 2 of its own working days" in html


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("response_promise", ({"days": "0"}, "id_days_error")),
        ("follow_up_promise", ({"organization": ""}, "id_organization_error")),
        ("follow_up_promise", ({"tolerance_days": "3"}, "id_tolerance_days_error")),
        ("payment", ({"due_on": "soon"}, "id_due_on_error")),
        ("payment", ({"amount": "0"}, "id_amount_error")),
        ("payment", ({"due_on": "2020-01-01"}, "id_due_on_error")),
        ("review_cycle", ({"remind_days": "often"}, "id_remind_days_error")),
        ("review_cycle", ({"remind_days": "900"}, "id_remind_days_error")),
        ("training_pledge", ({"topic": ""}, "id_topic_error")),
    ],
)
def test_the_field_that_needs_mending_is_marked(
    kind: str, wrong: tuple[dict[str, object], str], town: Town, manager: Client, draft: UUID
) -> None:
    changes, marked = wrong

    response = manager.post(
        address("add_clause", draft, clause_kind=kind), said(town, ClauseKind(kind), **changes)
    )

    assert response.status_code == 422
    assert marked in response.content.decode()


def test_a_tolerance_and_the_way_on_are_kept(town: Town, manager: Client, draft: UUID) -> None:
    manager.post(
        address("add_clause", draft, clause_kind="follow_up_promise"),
        said(town, ClauseKind.FOLLOW_UP_PROMISE, tolerance_by="2", tolerance_days="30"),
    )
    manager.post(
        address("add_clause", draft, clause_kind="referral_route"),
        said(town, ClauseKind.REFERRAL_ROUTE, accepts_from=[str(town.clinic)], then_1=str(town.clinic)),
    )

    *_others, promise, route = kept(draft)
    assert promise.tolerance == Tolerance(days=30, by=2)
    assert route.terms == {"accepts_from": [str(town.clinic)], "then": [str(town.clinic)]}


def test_a_clause_is_taken_out_as_it_was_seen(town: Town, manager: Client, draft: UUID) -> None:
    clause = kept(draft)[0]
    out = address("take_out_clause", draft, clause_key=clause.key)

    stale = manager.post(out, {"key": uuid4(), "seen_digest": "0" * 64})
    gone = manager.post(out, {"key": uuid4(), "seen_digest": clause.digest})

    assert (stale.status_code, gone.status_code, len(kept(draft))) == (409, 302, 1)


def words(town: Town, page: str, **changes: object) -> dict[str, object]:
    return {
        "key": str(uuid4()),
        "title": "Better words",
        "purpose": "An answer for everyone who asks.",
        "free_text": "In good faith.",
        "language": "en",
        "starts_on": "2026-01-01",
        "review_on": "",
        "ends_on": "2027-12-31",
        f"role_{town.clinic.hex}": "lead",
        f"signs_{town.clinic.hex}": "on",
        f"role_{town.mosque.hex}": "receiver",
        f"signs_{town.mosque.hex}": "on",
        "seen_digest": page.split('name="seen_digest" value="')[1].split('"', maxsplit=1)[0],
        **changes,
    }


def test_words_are_changed_and_a_second_writer_sees_both(town: Town, manager: Client, draft: UUID) -> None:
    page = manager.get(address("change_words", draft)).content.decode()

    first = manager.post(address("change_words", draft), words(town, page))
    second = manager.post(address("change_words", draft), words(town, page, title="Other words"))

    html = second.content.decode()
    assert (first.status_code, second.status_code) == (302, 409)
    assert "Better words" in html
    assert 'value="Other words"' in html
    assert Version.objects.get(agreement_id=draft).free_text == "In good faith."
    anew = manager.post(address("change_words", draft), words(town, html, title="Other words"))
    assert anew.status_code == 302


def test_a_party_that_a_clause_names_is_said(town: Town, manager: Client, draft: UUID) -> None:
    page = manager.get(address("change_words", draft)).content.decode()

    response = manager.post(
        address("change_words", draft), words(town, page, **{f"signs_{town.mosque.hex}": ""})
    )
    alone = manager.post(address("change_words", draft), words(town, page, **{f"role_{town.mosque.hex}": ""}))

    assert (response.status_code, alone.status_code) == (422, 422)
    assert "at least two different parties" in alone.content.decode()


def test_the_short_form_keeps_all_other_clauses(town: Town, manager: Client, draft: UUID) -> None:
    manager.post(
        address("add_clause", draft, clause_kind="review_cycle"), said(town, ClauseKind.REVIEW_CYCLE)
    )
    page = manager.get(address("change_draft", draft)).content.decode()
    short = words(
        town, page, scope=["need"], **{f"days_{town.clinic.hex}": "", f"days_{town.mosque.hex}": "9"}
    )

    changed = manager.post(address("change_draft", draft), short)
    stale = manager.post(address("change_draft", draft), {**short, "key": str(uuid4()), "title": "Late"})

    assert (changed.status_code, stale.status_code) == (302, 409)
    assert [clause.kind.value for clause in kept(draft)] == ["response_promise", "data_scope", "review_cycle"]
    assert kept(draft)[0].body == ResponsePromise(days=9)
    assert "As it is now" in stale.content.decode()


PAGES = ("choose_clause", "change_words", "change_draft")


@pytest.mark.parametrize("role", [Role.NAVIGATOR, Role.COORDINATOR, Role.ADMIN, Role.EVALUATOR])
def test_only_partnership_managers_write(role: Role, town: Town, draft: UUID) -> None:
    browser = browser_of(a_member(town.clinic, role))

    assert {browser.get(address(name, draft)).status_code for name in PAGES} == {404}


def test_others_do_not_find_a_draft(town: Town, draft: UUID) -> None:
    for at in (town.mosque, town.elsewhere):
        browser = browser_of(a_member(at, Role.PARTNERSHIP_MANAGER))
        assert {browser.get(address(name, draft)).status_code for name in PAGES} == {404}


def test_all_samples_have_a_form() -> None:
    assert {body.kind for body in BODIES} == set(FIELDS)
