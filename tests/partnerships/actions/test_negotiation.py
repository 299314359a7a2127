from contextlib import suppress
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core import clock
from kith.core.errors import BadInput, Denied, KithError, NotFound, StatusConflict
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.add_clause import add_clause
from kith.partnerships.actions.carry_draft_over import carry_draft_over
from kith.partnerships.actions.change_clause import change_clause
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.say_about_clause import say_about_clause
from kith.partnerships.actions.settle_comment import settle_comment
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.actions.throw_draft_away import throw_draft_away
from kith.partnerships.actions.write_counter_draft import write_counter_draft
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.errors import StaleVersion
from kith.partnerships.models import Agreement, AgreementParty, Comment, Version, Withdrawal
from kith.partnerships.negotiation_errors import DraftExists, NothingOffered
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.terms import VersionState
from kith.partnerships.text import text_digest
from tests.environment import scaled
from tests.factories.partnerships import a_member, a_partner, events_of_kind, in_force, proposed, sign
from tests.partnerships.drafts import a_draft, kept, owed_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def mosques_manager(mosque: UUID) -> Viewer:
    return a_member(mosque, Role.PARTNERSHIP_MANAGER)


def states(agreement_id: UUID) -> list[str]:
    return list(
        Version.objects.filter(agreement_id=agreement_id).order_by("number").values_list("state", flat=True)
    )


def offer(viewer: Viewer, agreement_id: UUID, *, days: int) -> None:
    """Begin other words, promise other days in them, and put them on the table."""
    write_counter_draft(viewer, agreement_id=agreement_id)
    number = Version.objects.filter(agreement_id=agreement_id).latest("number").number
    promise = kept(agreement_id, number=number)[0]
    change_clause(
        viewer,
        agreement_id=agreement_id,
        clause=replace(promise, body=ResponsePromise(days=days)),
        seen_digest=promise.digest,
    )
    propose_draft(viewer, agreement_id=agreement_id)


def test_other_words_begin_with_those_on_the_table_and_keep_their_keys(
    manager: Viewer, mosque: UUID, mosques_manager: Viewer
) -> None:
    agreement_id = proposed(manager, mosque, promises={mosque: 2})

    version_id = write_counter_draft(mosques_manager, agreement_id=agreement_id)

    version = Version.objects.get(pk=version_id)
    assert (version.number, version.based_on, version.state) == (2, 1, "draft")
    assert version.written_by_id == mosque
    assert kept(agreement_id, number=2) == kept(agreement_id)
    with pytest.raises(DraftExists):
        write_counter_draft(mosques_manager, agreement_id=agreement_id)


def test_other_words_take_the_place_of_what_was_on_the_table(
    manager: Viewer, mosque: UUID, mosques_manager: Viewer
) -> None:
    agreement_id = proposed(manager, mosque, promises={mosque: 2})
    sign(agreement_id, manager)

    offer(mosques_manager, agreement_id, days=4)

    assert states(agreement_id) == ["dropped", "offered"]
    page = agreement_page(manager, agreement_id=agreement_id)
    assert (page.number, page.promises[0].days) == (2, 4)
    assert not any(party.signed_at for party in page.parties)


def test_while_an_amendment_is_talked_about_the_signed_words_go_on_binding(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})

    offer(manager, agreement_id, days=4)

    assert states(agreement_id) == ["signed", "offered"]
    assert agreement_page(manager, agreement_id=agreement_id).promises[0].days == 2


def test_a_draft_that_answers_older_words_is_kept_and_can_answer_the_new_ones(
    manager: Viewer, mosque: UUID, mosques_manager: Viewer
) -> None:
    agreement_id = proposed(manager, mosque, promises={mosque: 2})
    write_counter_draft(manager, agreement_id=agreement_id)
    offer(mosques_manager, agreement_id, days=4)

    with pytest.raises(StaleVersion):
        propose_draft(manager, agreement_id=agreement_id)
    with pytest.raises(StaleVersion):
        carry_draft_over(manager, agreement_id=agreement_id, seen_digest="0" * 64)
    seen = Version.objects.get(agreement_id=agreement_id, state="offered").text_digest
    carry_draft_over(manager, agreement_id=agreement_id, seen_digest=seen)
    propose_draft(manager, agreement_id=agreement_id)

    assert states(agreement_id) == ["dropped", "offered", "dropped"]


def test_a_draft_that_amends_words_which_no_longer_bind_is_stale(
    manager: Viewer, mosque: UUID, mosques_manager: Viewer, coordinator: Viewer
) -> None:
    agreement_id = in_force(manager, mosque, promises={mosque: 2})
    write_counter_draft(manager, agreement_id=agreement_id)
    offer(mosques_manager, agreement_id, days=4)
    for signer in (manager, coordinator):
        _sign_on_the_table(agreement_id, signer)

    with pytest.raises(StaleVersion):
        propose_draft(manager, agreement_id=agreement_id)

    assert states(agreement_id) == ["replaced", "draft", "signed"]


def _sign_on_the_table(agreement_id: UUID, signer: Viewer) -> None:
    sign_agreement(
        signer,
        agreement_id=agreement_id,
        seen_digest=Version.objects.get(agreement_id=agreement_id, state="offered").text_digest,
        name="Jo Adeyemi",
        role_title="Director",
    )


def test_who_has_left_is_left_out_of_new_words(manager: Viewer, mosque: UUID) -> None:
    shelter = a_partner(manager, "Shelter")
    agreement_id = a_draft(manager, mosque, shelter)
    only_for = owed_by(mosque, ReferralRoute(accepts_from=(shelter,)))
    for clause in (owed_by(shelter, FollowUpPromise(days=3)), only_for):
        add_clause(manager, agreement_id=agreement_id, clause=clause)
    propose_draft(manager, agreement_id=agreement_id)
    Withdrawal.objects.create(
        agreement_id=agreement_id, organization_id=shelter, last_on=date(2026, 11, 1), said_at=clock.now()
    )

    version_id = write_counter_draft(manager, agreement_id=agreement_id)

    sides = AgreementParty.objects.filter(version_id=version_id)
    assert shelter not in {side.organization_id for side in sides}
    assert len(kept(agreement_id, number=2)) == 1


def test_there_is_nothing_to_answer_before_something_was_offered(manager: Viewer, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque)
    throwable = a_draft(manager, mosque)

    throw_draft_away(manager, agreement_id=throwable)
    with pytest.raises(DraftExists):
        write_counter_draft(manager, agreement_id=agreement_id)
    with pytest.raises(StatusConflict):
        write_counter_draft(manager, agreement_id=throwable)
    Version.objects.filter(agreement_id=agreement_id).delete()
    with pytest.raises(NothingOffered):
        write_counter_draft(manager, agreement_id=agreement_id)
    with pytest.raises(StatusConflict):
        carry_draft_over(manager, agreement_id=agreement_id, seen_digest="")


def test_a_draft_thrown_away_was_never_seen_by_others(
    manager: Viewer, mosque: UUID, mosques_manager: Viewer
) -> None:
    agreement_id = a_draft(manager, mosque)

    throw_draft_away(manager, agreement_id=agreement_id)

    assert (states(agreement_id), Agreement.objects.get(pk=agreement_id).status) == (["dropped"], "ended")
    with pytest.raises(NotFound):
        agreement_page(mosques_manager, agreement_id=agreement_id)
    assert events_of_kind("partnerships.draft_thrown_away")[0].payload == {"number": 1}


def test_throwing_other_words_away_leaves_what_is_on_the_table(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    write_counter_draft(manager, agreement_id=agreement_id)

    throw_draft_away(manager, agreement_id=agreement_id)

    assert (states(agreement_id), Agreement.objects.get(pk=agreement_id).status) == (
        ["offered", "dropped"],
        "proposed",
    )


def test_what_is_said_about_a_clause_is_read_by_all_and_settled_by_its_side(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    agreement_id = proposed(manager, mosque, promises={mosque: 2})
    key = kept(agreement_id)[0].key

    comment_id = say_about_clause(
        coordinator, agreement_id=agreement_id, number=1, clause_key=key, text=" Three days, please. "
    )
    with pytest.raises(Denied):
        settle_comment(manager, agreement_id=agreement_id, comment_id=comment_id)
    for _ in range(2):
        settle_comment(coordinator, agreement_id=agreement_id, comment_id=comment_id)

    said = Comment.objects.get()
    assert (said.text, said.organization_id, said.settled_at) == ("Three days, please.", mosque, clock.now())
    assert events_of_kind("partnerships.said_about_clause")[0].payload == {
        "comment_id": str(comment_id),
        "clause_key": str(key),
        "number": 1,
    }
    assert len(events_of_kind("partnerships.comment_settled")) == 1
    with pytest.raises(NotFound):
        settle_comment(coordinator, agreement_id=agreement_id, comment_id=uuid7())


def test_words_that_cannot_be_said(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    agreement_id, draft_id = proposed(manager, mosque), a_draft(manager, mosque)

    def say(viewer: Viewer, *, on: UUID = agreement_id, number: int = 1, text: str = "Well.") -> None:
        say_about_clause(viewer, agreement_id=on, number=number, clause_key=None, text=text)

    for text in (" ", "x" * 2001):
        with pytest.raises(BadInput):
            say(manager, text=text)
    with pytest.raises(NotFound):
        say(stranger)
    with pytest.raises(NotFound):
        say(manager, number=7)
    with pytest.raises(NotFound):
        say_about_clause(manager, agreement_id=agreement_id, number=1, clause_key=uuid7(), text="Well.")
    with pytest.raises(StatusConflict):
        say(manager, on=draft_id)
    end_agreement(manager, agreement_id=agreement_id)
    with pytest.raises(StatusConflict):
        say(manager)


def said_by(viewer: Viewer, agreement_id: UUID) -> str:
    try:
        say_about_clause(viewer, agreement_id=agreement_id, number=1, clause_key=None, text="Well.")
    except KithError as error:
        return error.code
    return "may"


@pytest.mark.parametrize("role", Role)
def test_who_may_talk_about_a_proposal(role: Role, manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    signs = {Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN}
    reads = {Role.NAVIGATOR, Role.CLINICIAN}

    found = {said_by(a_member(at, role), agreement_id) for at in (clinic, mosque)}

    assert found == {"may" if role in signs else "denied" if role in reads else "not-found"}


@pytest.mark.parametrize("role", Role)
def test_who_may_write_other_words(role: Role, manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    agreement_id = proposed(manager, mosque)
    expected = {Role.PARTNERSHIP_MANAGER: ""} | dict.fromkeys(
        [Role.NAVIGATOR, Role.CLINICIAN, Role.COORDINATOR, Role.ADMIN], "denied"
    )

    codes = []
    for viewer in (a_member(mosque, role), stranger):
        try:
            write_counter_draft(viewer, agreement_id=agreement_id)
            codes.append("")
        except KithError as error:
            codes.append(error.code)

    assert codes == [expected.get(role, "not-found"), "not-found"]


STEPS = ("offer", "draft", "throw", "say", "sign", "end")


@settings(
    deadline=None, max_examples=scaled(200), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.booleans()), max_size=6))
def test_signed_words_and_their_digest_never_change(
    steps: list[tuple[str, bool]], manager: Viewer, mosque: UUID, mosques_manager: Viewer
) -> None:
    agreement_id = proposed(manager, mosque, promises={mosque: 2})
    sign(agreement_id, manager, mosques_manager)
    signed = Version.objects.get(agreement_id=agreement_id, number=1)
    clauses = kept(agreement_id)

    for at, (step, is_ours) in enumerate(steps):
        with suppress(KithError, Version.DoesNotExist):
            _take(step, manager if is_ours else mosques_manager, agreement_id, at)

    now = Version.objects.get(pk=signed.pk)
    assert (now.text, now.text_digest) == (signed.text, signed.text_digest)
    assert now.state in {VersionState.SIGNED, VersionState.REPLACED}
    assert text_digest(now.text) == now.text_digest
    assert kept(agreement_id) == clauses


def _take(step: str, viewer: Viewer, agreement_id: UUID, at: int) -> None:
    match step:
        case "offer":
            offer(viewer, agreement_id, days=at + 3)
        case "draft":
            write_counter_draft(viewer, agreement_id=agreement_id)
        case "throw":
            throw_draft_away(viewer, agreement_id=agreement_id)
        case "say":
            say_about_clause(viewer, agreement_id=agreement_id, number=1, clause_key=None, text="Well.")
        case "sign":
            _sign_on_the_table(agreement_id, viewer)
        case _:
            end_agreement(viewer, agreement_id=agreement_id)
