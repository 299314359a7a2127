from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection

from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.add_clause import add_clause
from kith.partnerships.actions.change_clause import change_clause
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.write_counter_draft import write_counter_draft
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.models import Version
from kith.partnerships.wording import Promise
from tests.factories.partnerships import a_member, a_partner, an_organization, proposed
from tests.partnerships.actions.test_signing_at_the_same_time import at_once
from tests.partnerships.drafts import a_draft, kept, owed_by

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite writes one after the other (IMMEDIATE); set DATABASE_URL to try this on PostgreSQL.",
    ),
]


def two_writers() -> tuple[Viewer, Viewer, UUID]:
    """Two partnership managers of a clinic, and a mosque."""
    clinic = an_organization("Clinic")
    first, second = a_member(clinic, Role.PARTNERSHIP_MANAGER), a_member(clinic, Role.PARTNERSHIP_MANAGER)
    return first, second, a_partner(first, "Mosque")


def test_of_two_who_change_one_clause_at_once_one_is_told_and_one_is_kept() -> None:
    *writers, mosque = two_writers()
    agreement_id = a_draft(writers[0], mosque, promises=(Promise(mosque, 2),))
    seen = kept(agreement_id)[0]

    def change(viewer: Viewer, days: int) -> None:
        changed = replace(seen, body=ResponsePromise(days=days))
        change_clause(viewer, agreement_id=agreement_id, clause=changed, seen_digest=seen.digest)

    codes = at_once(*(lambda at=at: change(writers[at % 2], at + 3) for at in range(4)))

    winner = codes.index("")
    assert sorted(codes) == ["", *["clause-conflict"] * 3]
    assert kept(agreement_id)[0].body == ResponsePromise(days=winner + 3)


def test_clauses_that_are_added_at_once_are_all_kept() -> None:
    first, second, mosque = two_writers()
    agreement_id = a_draft(first, mosque)
    ours = first.organization_id
    clauses = [owed_by(who, FollowUpPromise(days=3)) for who in (mosque, ours)]

    codes = at_once(
        lambda: add_clause(first, agreement_id=agreement_id, clause=clauses[0]),
        lambda: add_clause(second, agreement_id=agreement_id, clause=clauses[1]),
    )

    assert codes == ["", ""]
    assert {clause.key for clause in clauses} <= {clause.key for clause in kept(agreement_id)}


def test_of_two_sides_that_offer_other_words_at_once_one_is_told() -> None:
    first, _second, mosque = two_writers()
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)
    agreement_id = proposed(first, mosque)

    begun = at_once(
        *(lambda who=who: write_counter_draft(who, agreement_id=agreement_id) for who in (first, theirs))
    )
    offered = at_once(
        *(lambda who=who: propose_draft(who, agreement_id=agreement_id) for who in (first, theirs))
    )

    assert begun == ["", ""]
    assert sorted(offered) == ["", "stale-version"]
    states = Version.objects.filter(agreement_id=agreement_id).values_list("state", flat=True)
    assert sorted(states) == ["draft", "dropped", "offered"]
