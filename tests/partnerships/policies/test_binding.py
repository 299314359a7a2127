"""What binds two sides is found by a shorter way for one of them: it gives the rows of the policy, for everybody."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Purpose, Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.places import CapacityPledge
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.words import Period
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.models import Agreement, Version
from kith.partnerships.policies import binding as module
from kith.partnerships.policies.agreement import May
from kith.partnerships.policies.binding import SignedByBoth, binding
from kith.partnerships.policies.held_clauses import clauses_between, clauses_that_hold
from kith.partnerships.policies.version import versions
from kith.partnerships.what_is_promised import Between
from tests.factories.directory import a_service
from tests.factories.partnerships import SYSTEM, a_member, a_partner, an_organization, in_force, proposed
from tests.factories.promises import clause, signed, varied

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)


def by_the_policy(viewer: Viewer, one: UUID, other: UUID) -> list[UUID]:
    """Asked the long way: every row narrowed."""
    rows = module._signed_by_both(versions(viewer, May.ROUTE), one, other)
    found = [module._bound(SignedByBoth(*row), clock.today) for row in rows]
    return [bound.version_id for bound in found if bound is not None]


def whoever(clinic: UUID, mosque: UUID, third: UUID, agreement_id: UUID) -> list[Viewer]:
    """Each role in each organisation, alone; links about each kind of record; a person; Kith; nobody."""
    stranger = an_organization("Harbour Legal Aid")
    members = [a_member(at, role) for at, role in product((clinic, mosque, third, stranger), Role)]
    nobody = [Viewer.nobody(door) for door in Door]
    links = [
        replace(Viewer.nobody(Door.ANSWER), organization_id=at, only=Ref(kind, one))
        for at in (clinic, mosque, third, stranger)
        for kind in ("referral", "agreement", "link", "contact")
        for one in (agreement_id, uuid7())
    ]
    person = replace(
        Viewer.nobody(Door.PORTAL), user_id=uuid7(), person_id=uuid7(), purpose=Purpose.OWN_RECORD
    )
    both = [replace(person, organization_id=at) for at in (clinic, third)]
    system = [SYSTEM, replace(SYSTEM, organization_id=clinic), replace(SYSTEM, organization_id=stranger)]
    return [*members, *nobody, *links, person, *both, *system]


@pytest.fixture
def third(manager: Viewer) -> UUID:
    return a_partner(manager, "Shelter")


@pytest.fixture
def lived(manager: Viewer, mosque: UUID, third: UUID) -> UUID:
    """One of each: bound, resting, left, over, not begun, on the table, ended; of two and of three."""
    bound = in_force(manager, mosque, promises={mosque: 2})
    signed(manager, mosque, third, clauses=[clause(ResponsePromise(days=3), by=third)])
    signed(manager, third, clauses=[])
    proposed(manager, mosque)
    resting = signed(manager, mosque, clauses=[])
    suspend_agreement(manager, agreement_id=resting, reason=SuspendReason.TALK_FIRST, words="We talk first.")
    left = signed(manager, mosque, third, clauses=[])
    today = clock.now().date()
    withdraw_from_agreement(
        a_member(mosque, Role.PARTNERSHIP_MANAGER), agreement_id=left, last_on=today, words=""
    )
    over = signed(manager, mosque, clauses=[])
    Version.objects.filter(agreement_id=over).update(ends_on=today - A_DAY)
    later = signed(manager, mosque, clauses=[])
    Version.objects.filter(agreement_id=later).update(starts_on=today + 3 * A_DAY)
    ended = signed(manager, mosque, clauses=[])
    end_agreement(manager, agreement_id=ended)
    Agreement.objects.filter(pk=bound).update(timezone="Pacific/Auckland")
    return bound


@pytest.mark.parametrize("days", [0, 1, 40])
def test_the_shorter_way_gives_what_the_policy_gives(
    days: int, clinic: UUID, mosque: UUID, third: UUID, lived: UUID
) -> None:
    everybody = whoever(clinic, mosque, third, lived)
    found = set()
    with clock.at(clock.now() + days * A_DAY):
        for viewer in everybody:
            for one, other in ((clinic, mosque), (mosque, clinic), (mosque, third), (clinic, third)):
                short = [
                    bound.version_id for bound in binding(viewer, sender_id=one, receiver_id=other, on=None)
                ]
                assert sorted(short) == sorted(by_the_policy(viewer, one, other)), viewer
                found.add(len(short))

    assert len(found) > 2


def test_the_newest_comes_first(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    ids = [in_force(manager, mosque) for _ in range(3)]

    for viewer in (manager, SYSTEM):
        found = binding(viewer, sender_id=clinic, receiver_id=mosque, on=None)
        assert [bound.agreement_id for bound in found] == ids[::-1]


def test_clauses_between_two_are_those_of_all_that_matter(
    manager: Viewer, clinic: UUID, mosque: UUID, third: UUID
) -> None:
    ours, other = a_service("Walk", organization_id=mosque), a_service("Tea", organization_id=mosque)
    said = [
        clause(ResponsePromise(days=3), by=mosque),
        clause(ResponsePromise(days=2), by=mosque, service=ours),
        clause(CapacityPledge(places=2, per=Period.WEEK), by=mosque, to=clinic),
        clause(DataScope(kinds=frozenset(), keep_days=3)),
    ]
    not_asked = [
        clause(ResponsePromise(days=9), by=mosque, service=other),
        clause(ResponsePromise(days=9), by=mosque, to=third),
        clause(ResponsePromise(days=9), by=clinic),
    ]
    agreement_id = signed(manager, mosque, third, clauses=[*said, *not_asked])
    now = clock.now()
    for at, (first, last, days) in enumerate(((-9, -1, 7), (1, 9, 8), (-1, 1, 5), (-1, 1, 6))):
        with clock.at(now + timedelta(seconds=at)):
            varied(
                agreement_id,
                said[0],
                {"days": days},
                first_on=now.date() + first * A_DAY,
                last_on=now.date() + last * A_DAY,
            )
    bound = binding(manager, sender_id=clinic, receiver_id=mosque, on=None)

    found = clauses_between(bound, Between(sender_id=clinic, receiver_id=mosque, service_id=ours))
    kinds = {one.kind for one in said}
    every = clauses_that_hold(bound, kinds)

    assert {one.clause.key for one in found} == {one.key for one in said}
    assert [one for one in every if one.clause.key in {each.key for each in said}] == found
    held = next(one for one in found if one.clause.key == said[0].key)
    assert held.varied is not None
    assert held.varied.body == ResponsePromise(days=6)
    assert clauses_between([], Between(sender_id=clinic, receiver_id=mosque, service_id=None)) == []
