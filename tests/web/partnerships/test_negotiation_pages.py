from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.change_clause import change_clause
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.write_counter_draft import write_counter_draft
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.models import Agreement, AgreementParty, Comment, Version
from tests.factories.partnerships import a_member, sign
from tests.partnerships.drafts import kept
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db


def address(name: str, agreement_id: UUID, **more: object) -> str:
    return reverse(name, kwargs={"agreement_id": agreement_id, **more})


@pytest.fixture
def theirs(town: Town) -> Viewer:
    """The mosque's partnership manager."""
    return a_member(town.mosque, Role.PARTNERSHIP_MANAGER)


def offer(viewer: Viewer, agreement_id: UUID, *, days: int) -> int:
    """Put other words on the table. Returns their number."""
    write_counter_draft(viewer, agreement_id=agreement_id)
    number = Version.objects.filter(agreement_id=agreement_id).latest("number").number
    promise = kept(agreement_id, number=number)[0]
    slower = replace(promise, body=ResponsePromise(days=days))
    change_clause(viewer, agreement_id=agreement_id, clause=slower, seen_digest=promise.digest)
    propose_draft(viewer, agreement_id=agreement_id)
    return number


def digest(agreement_id: UUID, number: int) -> str:
    return Version.objects.get(agreement_id=agreement_id, number=number).text_digest


def signature(seen_digest: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        "name": "Imam Idris",
        "role_title": "Imam",
        "agreed": "on",
        "seen_digest": seen_digest,
    }


def test_other_words_are_begun_offered_read_and_signed(town: Town, manager: Client, theirs: Viewer) -> None:
    them = browser_of(theirs)

    begun = them.post(address("write_counter_draft", town.agreement), {"key": uuid4()})
    unseen = manager.get(address("agreement_version", town.agreement, number=2)).status_code
    them.post(address("propose_draft", town.agreement), {"key": uuid4()})

    assert begun["Location"] == address("agreement_version", town.agreement, number=2)
    assert unseen == 404
    page = manager.get(address("agreement_page", town.agreement)).content.decode()
    assert "Version 2: On the table." in page
    assert "Agree and sign" in page


def test_an_amendment_is_signed_while_the_old_words_bind(town: Town, manager: Client, theirs: Viewer) -> None:
    sign(town.agreement, town.manager, theirs)
    number = offer(theirs, town.agreement, days=4)

    front = manager.get(address("agreement_page", town.agreement)).content.decode()
    page = manager.get(address("agreement_version", town.agreement, number=number)).content.decode()
    for browser in (manager, browser_of(theirs)):
        browser.post(address("sign_agreement", town.agreement), signature(digest(town.agreement, number)))

    assert "Other words are on the table: version 2" in front
    assert "Agree and sign" not in front
    assert "within 4 of its own working days" in page
    states = Version.objects.filter(agreement_id=town.agreement).order_by("number")
    assert [version.state for version in states] == ["replaced", "signed"]


def test_who_signs_words_that_are_no_longer_on_the_table_is_shown_the_new_ones(
    town: Town, manager: Client, theirs: Viewer
) -> None:
    old = digest(town.agreement, 1)
    offer(theirs, town.agreement, days=4)

    response = manager.post(address("sign_agreement", town.agreement), signature(old))

    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody has offered other words since you opened this page." in html
    assert "You have not signed." in html
    assert "within 4 of its own working days" in html
    assert 'value="Imam Idris"' in html
    assert digest(town.agreement, 2) in html
    assert " checked" not in html
    assert not AgreementParty.objects.filter(signed_at__isnull=False).exists()


def test_a_draft_that_came_too_late_is_kept_and_carried_over(
    town: Town, manager: Client, theirs: Viewer
) -> None:
    write_counter_draft(town.manager, agreement_id=town.agreement)
    offer(theirs, town.agreement, days=4)

    late = manager.post(address("propose_draft", town.agreement), {"key": uuid4()})
    page = manager.get(late["Location"]).content.decode()
    seen = digest(town.agreement, 3)
    carried = manager.post(address("carry_draft_over", town.agreement), {"key": uuid4(), "seen_digest": seen})
    manager.post(address("propose_draft", town.agreement), {"key": uuid4()})

    assert late["Location"] == address("agreement_version", town.agreement, number=2)
    assert "Your draft is kept." in page
    assert seen in page
    assert carried.status_code == 302
    assert Version.objects.get(agreement_id=town.agreement, number=2).state == "offered"


def test_other_words_are_thrown_away(town: Town, manager: Client) -> None:
    write_counter_draft(town.manager, agreement_id=town.agreement)

    manager.post(address("throw_draft_away", town.agreement), {"key": uuid4()})

    assert Version.objects.get(agreement_id=town.agreement, number=2).state == "dropped"
    assert Agreement.objects.get(pk=town.agreement).status == "proposed"


def test_what_differs_is_said_in_words_and_not_only_by_colour(
    town: Town, manager: Client, theirs: Viewer
) -> None:
    offer(theirs, town.agreement, days=4)

    html = manager.get(address("compare_versions", town.agreement) + "?old=1&new=2").content.decode()
    same = manager.get(address("compare_versions", town.agreement) + "?old=1&new=1").content.decode()
    unknown = manager.get(address("compare_versions", town.agreement) + "?old=1&new=77")
    nonsense = manager.get(address("compare_versions", town.agreement) + "?old=x&new=99999999999")

    assert '<del><span class="visually-hidden">Taken out: </span>2</del>' in html
    assert '<ins><span class="visually-hidden">New: </span>4</ins>' in html
    assert "1 clause stays as it was." in html
    assert "Both say the same." in same
    assert (unknown.status_code, nonsense.status_code) == (404, 200)


def test_a_clause_is_talked_about_by_both_sides(town: Town, manager: Client, coordinator: Client) -> None:
    key = kept(town.agreement)[0].key
    talk = address("say_about_clause", town.agreement, clause_key=key)

    coordinator.post(talk, {"key": str(uuid4()), "text": "Fatima is here on three days."})
    empty = coordinator.post(talk, {"key": str(uuid4()), "text": " "})
    theirs = manager.get(talk).content.decode()
    front = manager.get(address("agreement_page", town.agreement)).content.decode()
    comment = Comment.objects.get()
    settle = address("settle_comment", town.agreement, comment_id=comment.pk)
    codes = [browser.post(settle, {"key": uuid4()}).status_code for browser in (manager, coordinator)]

    assert empty.status_code == 422
    assert "Fatima is here on three days." in theirs
    assert "This is settled for us" not in theirs
    assert "1 open remark" in front
    assert codes == [403, 302]
    assert "settled" in coordinator.get(talk).content.decode()
    assert manager.get(address("say_about_agreement", town.agreement)).status_code == 200
    assert manager.get(address("say_about_clause", town.agreement, clause_key=uuid4())).status_code == 404


def test_what_changed_in_a_clause_stands_where_it_is_talked_about(
    town: Town, manager: Client, theirs: Viewer
) -> None:
    offer(theirs, town.agreement, days=4)
    key = kept(town.agreement, number=2)[0].key

    html = manager.get(address("say_about_clause", town.agreement, clause_key=key)).content.decode()

    assert "What changed in it" in html
    assert "Taken out:" in html


def test_the_full_text_has_its_fingerprint_and_says_what_a_signature_is(
    town: Town, coordinator: Client
) -> None:
    version = Version.objects.get(agreement_id=town.agreement)

    html = coordinator.get(address("version_text", town.agreement, number=1)).content.decode()
    Version.objects.filter(pk=version.pk).update(text=version.text + "more")
    changed = coordinator.get(address("version_text", town.agreement, number=1)).content.decode()

    assert version.text_digest in html
    assert "It is not a qualified signature" in html
    assert "This text is not the one that was kept" not in html
    assert "This text is not the one that was kept" in changed


@pytest.mark.parametrize(
    "name", ["compare_versions", "say_about_agreement", "version_text", "agreement_version"]
)
def test_others_find_no_page_of_it(name: str, town: Town) -> None:
    stranger = browser_of(a_member(town.elsewhere, Role.PARTNERSHIP_MANAGER))
    more = {"number": 1} if name in {"version_text", "agreement_version"} else {}

    assert stranger.get(address(name, town.agreement, **more)).status_code == 404
