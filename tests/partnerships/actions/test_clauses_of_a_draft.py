from dataclasses import replace
from uuid import UUID

import pytest

from kith.consent.terms import Kind
from kith.core.errors import Denied, KithError, NotFound, StatusConflict
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.add_clause import add_clause
from kith.partnerships.actions.change_clause import change_clause
from kith.partnerships.actions.change_in_short import change_in_short
from kith.partnerships.actions.change_words import change_words
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.take_out_clause import take_out_clause
from kith.partnerships.clause_terms import Period
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import OF_ALL, Body, Tolerance
from kith.partnerships.errors import BadClause, ClauseConflict, ClausesDisagree, PromiseWithoutParty
from kith.partnerships.models import Version
from kith.partnerships.negotiation_errors import NamesNoParty, WordsConflict
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise, Wording, digest_of
from kith.partnerships.wording_parts import words_digest
from tests.factories.partnerships import a_member, proposed
from tests.partnerships.drafts import BODIES, a_draft, a_wording, kept, owed_by

pytestmark = pytest.mark.django_db

NEW_KINDS = [body for body in BODIES if not isinstance(body, DataScope)]


def words_now(agreement_id: UUID, *parties: UUID) -> Wording:
    """What the draft says now."""
    return replace(a_wording(*parties), clauses=tuple(kept(agreement_id)))


def say_words(viewer: Viewer, agreement_id: UUID, seen: Wording, **changes: object) -> None:
    said: dict[str, object] = {
        "title": seen.title,
        "purpose": seen.purpose,
        "free_text": seen.free_text,
        "language": seen.language,
        "parties": seen.parties,
        "starts_on": seen.starts_on,
        "review_on": seen.review_on,
        "ends_on": seen.ends_on,
        **changes,
    }
    change_words(viewer, agreement_id=agreement_id, seen_digest=words_digest(seen), **said)  # type: ignore[arg-type]


@pytest.mark.parametrize("body", NEW_KINDS, ids=lambda body: body.kind.value)
def test_a_clause_of_each_kind_is_added_after_the_others(body: Body, manager: Viewer, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque)
    clause = owed_by(None if body.kind in OF_ALL else mosque, body)

    add_clause(manager, agreement_id=agreement_id, clause=clause)

    assert kept(agreement_id)[-1] == clause


def test_a_clause_is_changed_by_whoever_saw_it_as_it_is(manager: Viewer, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    first, *others = kept(agreement_id)
    slower = replace(first, body=ResponsePromise(days=4), tolerance=Tolerance(days=10, by=2), note="Ramadan")

    change_clause(manager, agreement_id=agreement_id, clause=slower, seen_digest=first.digest)

    assert kept(agreement_id) == [slower, *others]


def test_a_clause_that_somebody_changed_meanwhile_is_never_written_over(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    seen = kept(agreement_id)[0]
    theirs, ours = (replace(seen, body=ResponsePromise(days=days)) for days in (4, 5))
    colleague = a_member(clinic, Role.PARTNERSHIP_MANAGER)
    change_clause(colleague, agreement_id=agreement_id, clause=theirs, seen_digest=seen.digest)

    with pytest.raises(ClauseConflict):
        change_clause(manager, agreement_id=agreement_id, clause=ours, seen_digest=seen.digest)
    with pytest.raises(ClauseConflict):
        take_out_clause(manager, agreement_id=agreement_id, clause_key=seen.key, seen_digest=seen.digest)

    assert kept(agreement_id)[0] == theirs


def test_a_clause_that_somebody_took_out_meanwhile_does_not_come_back_by_itself(
    manager: Viewer, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    seen = kept(agreement_id)[0]
    for _ in range(2):
        take_out_clause(manager, agreement_id=agreement_id, clause_key=seen.key, seen_digest=seen.digest)

    with pytest.raises(ClauseConflict):
        change_clause(manager, agreement_id=agreement_id, clause=seen, seen_digest=seen.digest)

    assert [clause.kind for clause in kept(agreement_id)] == [DataScope.kind]


def test_two_answers_to_one_question_are_named(manager: Viewer, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    weekly, monthly = (
        owed_by(mosque, CapacityPledge(places=2, per=per, population="young people")) for per in Period
    )
    add_clause(manager, agreement_id=agreement_id, clause=weekly)

    with pytest.raises(ClausesDisagree) as places:
        add_clause(manager, agreement_id=agreement_id, clause=monthly)
    with pytest.raises(PromiseWithoutParty) as promised:
        add_clause(manager, agreement_id=agreement_id, clause=owed_by(mosque, ResponsePromise(days=9)))

    assert places.value.clause_keys == (weekly.key, monthly.key)
    assert promised.value.clause_keys[0] == kept(agreement_id)[0].key


def test_the_same_promise_to_one_party_may_differ_from_the_one_to_all(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))

    add_clause(
        manager,
        agreement_id=agreement_id,
        clause=owed_by(mosque, ResponsePromise(days=1), to_organization_id=clinic),
    )

    assert len(kept(agreement_id)) == 3


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda c: replace(c, organization_id=uuid7()), "organization"),
        (lambda c: replace(c, organization_id=None), "organization"),
        (lambda c: replace(c, to_organization_id=c.organization_id), "to_organization"),
        (lambda c: replace(c, body=FollowUpPromise(days=0)), "days"),
        (lambda c: replace(c, note="x" * 2001), "note"),
        (lambda c: replace(c, tolerance=Tolerance(days=0, by=1)), "days"),
        (lambda c: replace(c, service_id=uuid7()), "service"),
        (lambda c: replace(c, body=ReferralRoute(then=(c.organization_id,))), "then"),
        (lambda c: replace(c, body=ReferralRoute(accepts_from=(c.organization_id,))), "accepts_from"),
    ],
)
def test_a_clause_that_cannot_be_kept_names_its_field(
    spoil: object, field: str, manager: Viewer, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque)
    clause = spoil(owed_by(mosque, FollowUpPromise(days=3)))  # type: ignore[operator]

    with pytest.raises(BadClause) as mistake:
        add_clause(manager, agreement_id=agreement_id, clause=clause)

    assert (mistake.value.field, mistake.value.clause_keys) == (field, (clause.key,))
    assert len(kept(agreement_id)) == 1


def test_words_change_around_the_clauses(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    seen, clauses = words_now(agreement_id, clinic, mosque), kept(agreement_id)

    say_words(manager, agreement_id, seen, title="Better words", free_text="In good faith.", language="ar")

    version = Version.objects.get(agreement_id=agreement_id)
    assert (version.title, version.free_text, version.language) == ("Better words", "In good faith.", "ar")
    assert kept(agreement_id) == clauses


def test_words_that_somebody_changed_meanwhile_are_never_written_over(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque)
    seen = words_now(agreement_id, clinic, mosque)
    say_words(manager, agreement_id, seen, title="Theirs")

    with pytest.raises(WordsConflict):
        say_words(manager, agreement_id, seen, title="Ours")

    assert Version.objects.get(agreement_id=agreement_id).title == "Theirs"


def test_a_clause_changed_meanwhile_does_not_stop_new_words(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque)
    seen = words_now(agreement_id, clinic, mosque)
    add_clause(manager, agreement_id=agreement_id, clause=owed_by(mosque, FollowUpPromise(days=3)))

    say_words(manager, agreement_id, seen, title="Ours")

    assert len(kept(agreement_id)) == 2


def test_a_party_that_a_clause_names_cannot_leave_the_words_alone(
    manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    agreement_id = a_draft(manager, mosque)
    clause = owed_by(mosque, FollowUpPromise(days=3))
    add_clause(manager, agreement_id=agreement_id, clause=clause)
    seen = words_now(agreement_id, clinic, mosque)
    others = (seen.parties[0], Party(uuid7(), PartyRole.RECEIVER))

    with pytest.raises(NamesNoParty) as mistake:
        say_words(manager, agreement_id, seen, parties=others)

    assert mistake.value.clause_keys == (clause.key,)


def test_the_short_form_keeps_what_it_does_not_show(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    first, scope = kept(agreement_id)
    rich = replace(first, body=ResponsePromise(days=2, urgent_hours=4), note="By phone too.")
    change_clause(manager, agreement_id=agreement_id, clause=rich, seen_digest=first.digest)
    more = owed_by(mosque, FollowUpPromise(days=3))
    add_clause(manager, agreement_id=agreement_id, clause=more)
    wide = replace(scope, body=DataScope(kinds=frozenset({Kind.NEED, Kind.ADDRESS}), keep_days=7))
    change_clause(manager, agreement_id=agreement_id, clause=wide, seen_digest=scope.digest)
    now = words_now(agreement_id, clinic, mosque)

    change_in_short(
        manager,
        agreement_id=agreement_id,
        wording=a_wording(clinic, mosque, promises=(Promise(mosque, 5),)),
        seen_digest=digest_of(now),
    )

    promise, told, kept_too = kept(agreement_id)
    assert promise == replace(rich, body=ResponsePromise(days=5, urgent_hours=4))
    assert isinstance(told.body, DataScope)
    assert (told.key, told.body.keep_days, Kind.ADDRESS in told.body.kinds) == (scope.key, 7, True)
    assert kept_too == more


def test_the_short_form_adds_and_takes_out_promises(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    now = words_now(agreement_id, clinic, mosque)

    change_in_short(
        manager,
        agreement_id=agreement_id,
        wording=a_wording(clinic, mosque, promises=(Promise(clinic, 1),)),
        seen_digest=digest_of(now),
    )
    with pytest.raises(WordsConflict):
        change_in_short(manager, agreement_id=agreement_id, wording=now, seen_digest=digest_of(now))

    owing = [clause.organization_id for clause in kept(agreement_id) if clause.kind is ResponsePromise.kind]
    assert owing == [clinic]


def outcome(viewer: Viewer, agreement_id: UUID, mosque: UUID) -> str:
    """What adding a clause comes to."""
    try:
        clause = owed_by(mosque, FollowUpPromise(days=3))
        add_clause(viewer, agreement_id=agreement_id, clause=clause)
        take_out_clause(viewer, agreement_id=agreement_id, clause_key=clause.key, seen_digest=clause.digest)
    except NotFound:
        return "not found"
    except Denied:
        return "denied"
    except KithError as error:
        return error.code
    return "may"


WRITERS: dict[Role, tuple[str, str]] = {
    Role.NAVIGATOR: ("denied", "not found"),
    Role.CLINICIAN: ("denied", "not found"),
    Role.PARTNERSHIP_MANAGER: ("may", "not found"),
    Role.COORDINATOR: ("denied", "not found"),
    Role.ADMIN: ("denied", "not found"),
    Role.CURATOR: ("not found", "not found"),
    Role.EVALUATOR: ("not found", "not found"),
    Role.PRIVACY_OFFICER: ("not found", "not found"),
}


@pytest.mark.parametrize("role", Role)
def test_who_may_write_clauses_of_a_draft(role: Role, manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque)

    found = tuple(outcome(a_member(at, role), agreement_id, mosque) for at in (clinic, mosque))

    assert found == WRITERS[role]


def test_words_on_the_table_do_not_change(manager: Viewer, mosque: UUID) -> None:
    agreement_id = a_draft(manager, mosque)
    propose_draft(manager, agreement_id=agreement_id)

    assert outcome(manager, agreement_id, mosque) == StatusConflict.code
    assert outcome(manager, proposed(manager, mosque), mosque) == StatusConflict.code


def test_every_kind_has_a_sample() -> None:
    assert len({body.kind for body in BODIES}) == len(BODIES) == 11
