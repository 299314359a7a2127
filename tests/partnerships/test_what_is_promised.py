"""What counts among clauses, against a second reading that ranks them by hand."""

from datetime import date
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.consent.terms import Kind, SharePurpose
from kith.core.ids import uuid7
from kith.partnerships.clauses.answering import FollowUpPromise, ResponsePromise
from kith.partnerships.clauses.places import CapacityPledge, ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import Body, StatedClause
from kith.partnerships.clauses.words import Period
from kith.partnerships.what_is_promised import (
    NOTHING_PROMISED,
    NOTHING_TOLD,
    Between,
    Held,
    Varied,
    what_is_promised,
)
from tests.environment import scaled

SENDER, RECEIVER, THIRD = uuid7(), uuid7(), uuid7()
OURS, THEIRS = uuid7(), uuid7()
AGREEMENTS = [uuid7() for _ in range(3)]
BETWEEN = Between(sender_id=SENDER, receiver_id=RECEIVER, service_id=OURS)
UNTIL = date(2026, 12, 24)

SCOPES = st.builds(
    DataScope,
    kinds=st.frozensets(st.sampled_from(Kind)),
    purposes=st.frozensets(st.sampled_from(SharePurpose)),
    labels_excluded=st.lists(st.sampled_from(["hiv", "dv"]), unique=True).map(tuple),
    keep_days=st.integers(0, 90),
)
BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(ResponsePromise, days=st.integers(1, 60), urgent_hours=st.none() | st.integers(1, 9)),
    st.builds(FollowUpPromise, days=st.integers(1, 60)),
    st.builds(CapacityPledge, places=st.integers(1, 9), per=st.sampled_from(Period)),
    st.builds(ReferralRoute, accepts_from=st.sampled_from([(), (SENDER,), (THIRD,)]), then=st.just((THIRD,))),
    SCOPES,
)


@st.composite
def held(draw: st.DrawFn) -> Held:
    clause = StatedClause(
        key=uuid7(),
        body=draw(BODIES),
        organization_id=draw(st.sampled_from([None, SENDER, RECEIVER, RECEIVER, RECEIVER, THIRD])),
        to_organization_id=draw(st.sampled_from([None, SENDER, THIRD])),
        service_id=draw(st.sampled_from([None, OURS, THEIRS])),
    )
    varied = None
    if draw(st.integers(0, 3)) == 0:
        varied = Varied(uuid7(), UNTIL, draw(BODIES.filter(lambda body: type(body) is type(clause.body))))
    return Held(draw(st.sampled_from(AGREEMENTS)), clause, varied)


def counts(found: list[Held], kind: type[Body]) -> Held | None:
    """The oracle: six drawers, the best first, each looked through from the newest agreement on."""
    for service in (OURS, None):
        for to in (SENDER, None):
            for agreement_id in AGREEMENTS:
                for one in found:
                    said = one.clause
                    place = (one.agreement_id, said.organization_id, said.service_id, said.to_organization_id)
                    if isinstance(said.body, kind) and place == (agreement_id, RECEIVER, service, to):
                        return one
    return None


@settings(max_examples=scaled(4000, least=200), deadline=None)
@given(st.lists(held(), max_size=12))
def test_the_nearest_clause_counts_then_the_newest(found: list[Held]) -> None:
    promised = what_is_promised(AGREEMENTS, found, BETWEEN)

    for kind, owed in ((ResponsePromise, promised.response), (FollowUpPromise, promised.follow_up)):
        expected = counts(found, kind)
        assert (owed.clause_key if owed else None) == (expected.clause.key if expected else None)
        if owed and expected:
            assert owed.body == (expected.varied.body if expected.varied else expected.clause.body)
            assert owed.varied_by == (expected.varied.id if expected.varied else None)
    route = counts(found, ReferralRoute)
    body = (route.varied.body if route.varied else route.clause.body) if route else None
    takes_us = not isinstance(body, ReferralRoute) or body.accepts_from in {(), (SENDER,)}
    assert promised.accepts == takes_us
    assert promised.then == ((THIRD,) if route else ())


@settings(max_examples=scaled(4000, least=200), deadline=None)
@given(st.lists(held(), max_size=12))
def test_nothing_may_be_told_that_one_agreement_does_not_allow(found: list[Held]) -> None:
    told = what_is_promised(AGREEMENTS, found, BETWEEN).told

    for agreement_id in AGREEMENTS:
        scopes = [
            scope
            for one in found
            if one.agreement_id == agreement_id
            and THIRD not in {one.clause.organization_id, one.clause.to_organization_id}
            for scope in (one.clause.body, one.body)
            if isinstance(scope, DataScope) and one.clause.service_id in {None, OURS}
        ]
        assert not told.kinds or told.kinds <= frozenset().union(*(scope.kinds for scope in scopes))
        assert scopes or told == DataScope(
            kinds=frozenset(), purposes=frozenset(), labels_excluded=told.labels_excluded, keep_days=0
        )


def test_where_nothing_binds_nothing_is_promised_taken_or_told() -> None:
    assert what_is_promised([], [], BETWEEN) == NOTHING_PROMISED
    assert not NOTHING_PROMISED.accepts


def one(body: Body, *, agreement_id: UUID = AGREEMENTS[0], service_id: UUID | None = None) -> Held:
    return Held(agreement_id, StatedClause(key=uuid7(), body=body, service_id=service_id), None)


NAME = DataScope(kinds=frozenset({Kind.NEED, Kind.NAME}), labels_excluded=("hiv",), keep_days=30)
NEED = DataScope(kinds=frozenset({Kind.NEED, Kind.TIMES}), labels_excluded=("dv",), keep_days=10)


def test_several_agreements_allow_what_all_allow_for_the_shortest_time() -> None:
    found = what_is_promised(AGREEMENTS[:2], [one(NAME), one(NEED, agreement_id=AGREEMENTS[1])], BETWEEN)

    assert found.told == DataScope(kinds=frozenset({Kind.NEED}), labels_excluded=("dv", "hiv"), keep_days=10)


def test_one_agreement_without_a_data_clause_allows_nothing() -> None:
    found = what_is_promised(AGREEMENTS[:2], [one(NAME)], BETWEEN)

    assert not found.told.kinds
    assert found.told.keep_days == NOTHING_TOLD.keep_days


def test_a_data_clause_for_the_service_counts_in_place_of_one_for_all() -> None:
    found = what_is_promised(AGREEMENTS[:1], [one(NEED), one(NAME, service_id=OURS)], BETWEEN)

    assert found.told == NAME


def test_where_no_service_is_named_all_data_clauses_count() -> None:
    nowhere = Between(sender_id=SENDER, receiver_id=RECEIVER, service_id=None)

    found = what_is_promised(AGREEMENTS[:1], [one(NEED), one(NAME, service_id=OURS)], nowhere)

    assert found.told.kinds == {Kind.NEED}


def test_a_variation_may_narrow_what_is_told_and_never_widen_it() -> None:
    clause = StatedClause(key=uuid7(), body=NEED)
    held = [Held(AGREEMENTS[0], clause, Varied(uuid7(), UNTIL, NAME))]

    found = what_is_promised(AGREEMENTS[:1], held, BETWEEN)

    assert found.told.kinds == {Kind.NEED}


def test_every_pledge_of_places_is_told_those_for_the_service_first() -> None:
    weekly, monthly = (CapacityPledge(places=2, per=per) for per in (Period.WEEK, Period.MONTH))
    held = [
        Held(AGREEMENTS[0], StatedClause(key=uuid7(), body=weekly, organization_id=RECEIVER), None),
        Held(
            AGREEMENTS[0],
            StatedClause(key=uuid7(), body=monthly, organization_id=RECEIVER, service_id=OURS),
            None,
        ),
    ]

    found = what_is_promised(AGREEMENTS[:1], held, BETWEEN)

    assert [owed.body for owed in found.places] == [monthly, weekly]
