"""Random walks through the life of an agreement, against a small ledger of who signed what and when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from kith.consent.terms import ASK_KINDS
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.errors import KithError
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.end_left_agreement import end_left_agreement
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.renew_agreement import renew_agreement
from kith.partnerships.actions.resume_agreement import resume_agreement
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.actions.throw_draft_away import throw_draft_away
from kith.partnerships.actions.withdraw_from_agreement import withdraw_from_agreement
from kith.partnerships.actions.write_counter_draft import write_counter_draft
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.lifecycle import agreement as agreement_steps
from kith.partnerships.lifecycle import version as version_steps
from kith.partnerships.models import Agreement, Version
from kith.partnerships.queries.promised import promised
from kith.partnerships.queries.route import route
from kith.partnerships.terms import AgreementStatus, PartyRole, VersionState
from kith.partnerships.text import text_digest
from kith.partnerships.wording import Party, Wording
from tests.environment import scaled
from tests.factories.core_site import a_profile
from tests.factories.partnerships import SYSTEM, a_member, an_organization

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]
ZONE = "Pacific/Auckland"
SIDES = st.integers(0, 2)
DAYS = st.integers(0, 12)
StepT = TypeVar("StepT")


@dataclass
class Words:
    """The ledger's page of one wording."""

    parties: frozenset[int]
    starts_on: date
    ends_on: date | None
    signed: set[int] = field(default_factory=set)


@dataclass
class Ledger:
    """What has happened, said in another way than the rows say it."""

    table: Words | None = None
    binding: Words | None = None
    rests: bool = False
    over: bool = False
    left: dict[int, date] = field(default_factory=dict)

    def binds(self, one: int, other: int, day: date) -> bool:
        words = self.binding
        if words is None or self.rests or self.over:
            return False
        stay = all(day <= self.left.get(side, date.max) for side in (one, other))
        in_time = words.starts_on <= day and (words.ends_on is None or day <= words.ends_on)
        return stay and in_time and {one, other} <= words.signed & words.parties


PEOPLE: list[Viewer] = []


class Walk(RuleBasedStateMachine):
    """Three partnership managers do what they like, in whatever order."""

    @initialize(third_must_sign=st.booleans(), hour=st.integers(0, 23))
    def begin(self, third_must_sign: bool, hour: int) -> None:
        self.moment = datetime(2026, 11, 2, hour, 30, tzinfo=UTC)
        self.must_sign = {0, 1, 2} if third_must_sign else {0, 1}
        self.ledger = Ledger()
        self.keys = [uuid7() for _ in range(4)]
        self.kept: dict[UUID, tuple[str, str]] = {}
        self.states: dict[UUID, str] = {}
        self.status = AgreementStatus.DRAFT.value
        self.drafts: dict[int, Words] = {0: Words(frozenset({0, 1, 2}), self.today, None)}
        with clock.at(self.moment):
            self.agreement_id = draft_agreement(PEOPLE[0], wording=self.wording(self.drafts[0]))

    @property
    def today(self) -> date:
        return self.moment.astimezone(ZoneInfo(ZONE)).date()

    def organization(self, side: int) -> UUID:
        found = PEOPLE[side].organization_id
        assert found is not None
        return found

    def wording(self, words: Words) -> Wording:
        return Wording(
            title="Answering each other",
            purpose="An answer.",
            parties=tuple(
                Party(self.organization(side), PartyRole.RECEIVER, side in self.must_sign)
                for side in sorted(words.parties)
            ),
            clauses=(
                StatedClause(key=self.keys[3], body=DataScope(kinds=ASK_KINDS)),
                *(
                    StatedClause(
                        key=self.keys[side],
                        organization_id=self.organization(side),
                        body=ResponsePromise(days=side + 1),
                    )
                    for side in sorted(words.parties)
                ),
            ),
            starts_on=words.starts_on,
            review_on=None,
            ends_on=words.ends_on,
        )

    def done(self, act: Callable[[], object]) -> bool:
        """True if the step was allowed; one that was not changes nothing."""
        try:
            with clock.at(self.moment):
                return act() is not False
        except KithError:
            return False

    @rule(side=SIDES)
    def begin_other_words(self, side: int) -> None:
        base = self.ledger.table or self.ledger.binding
        if self.done(lambda: write_counter_draft(PEOPLE[side], agreement_id=self.agreement_id)):
            assert base is not None
            stay = base.parties - self.ledger.left.keys()
            self.drafts[side] = Words(stay, base.starts_on, base.ends_on)

    @rule(side=SIDES, begins=st.integers(-3, 5), lasts=st.none() | st.integers(0, 30))
    def change_the_dates(self, side: int, begins: int, lasts: int | None) -> None:
        if side not in self.drafts:
            return
        starts_on = self.today + timedelta(days=begins)
        ends_on = None if lasts is None else starts_on + timedelta(days=lasts)
        words = Words(self.drafts[side].parties, starts_on, ends_on)
        wording = self.wording(words)
        if self.done(lambda: change_draft(PEOPLE[side], agreement_id=self.agreement_id, wording=wording)):
            self.drafts[side] = words

    @rule(side=SIDES)
    def offer(self, side: int) -> None:
        if self.done(lambda: propose_draft(PEOPLE[side], agreement_id=self.agreement_id)):
            self.ledger.table = self.drafts.pop(side)

    @rule(side=SIDES)
    def throw_away(self, side: int) -> None:
        if self.done(lambda: throw_draft_away(PEOPLE[side], agreement_id=self.agreement_id)):
            del self.drafts[side]
            self.ledger.over |= self.ledger.table is None and self.ledger.binding is None

    @rule(side=SIDES)
    def sign(self, side: int) -> None:
        shown = Version.objects.filter(agreement_id=self.agreement_id, state=VersionState.OFFERED.value)
        bound = Version.objects.filter(agreement_id=self.agreement_id, state=VersionState.SIGNED.value)
        seen = (shown.first() or bound.first() or Version()).text_digest
        signs = lambda: sign_agreement(  # noqa: E731
            PEOPLE[side], agreement_id=self.agreement_id, seen_digest=seen, name="Jo", role_title="Director"
        )
        if self.done(signs):
            self.signed_by(side)

    def signed_by(self, side: int) -> None:
        words = self.ledger.table or self.ledger.binding
        assert words is not None
        words.signed.add(side)
        if words is self.ledger.table and self.must_sign & words.parties <= words.signed:
            self.ledger.binding, self.ledger.table = words, None

    @rule(side=SIDES, lasts=st.integers(1, 30))
    def renew(self, side: int, lasts: int) -> None:
        before = self.ledger.binding
        ends_on = self.today + timedelta(days=lasts)
        renews = lambda: renew_agreement(  # noqa: E731
            PEOPLE[side],
            agreement_id=self.agreement_id,
            review_on=None,
            ends_on=ends_on,
            name="Jo",
            role_title="Director",
        )
        if self.done(renews):
            assert before is not None
            has_run_out = before.ends_on is not None and before.ends_on < self.today
            starts_on = self.today if has_run_out else before.starts_on
            self.ledger.table = Words(before.parties - self.ledger.left.keys(), starts_on, ends_on)
            self.signed_by(side)

    @rule(side=SIDES)
    def suspend(self, side: int) -> None:
        rests = lambda: suspend_agreement(  # noqa: E731
            PEOPLE[side], agreement_id=self.agreement_id, reason=SuspendReason.MONEY, words="No money yet."
        )
        if self.done(rests):
            self.ledger.rests = True

    @rule(side=SIDES)
    def resume(self, side: int) -> None:
        if self.done(lambda: resume_agreement(PEOPLE[side], agreement_id=self.agreement_id, words="")):
            self.ledger.rests = False

    @rule(side=SIDES, days=DAYS)
    def leave(self, side: int, days: int) -> None:
        last_on = self.today + timedelta(days=days)
        leaves = lambda: withdraw_from_agreement(  # noqa: E731
            PEOPLE[side], agreement_id=self.agreement_id, last_on=last_on, words=""
        )
        if self.done(leaves):
            self.ledger.left[side] = last_on
            if self.ledger.table is not None and side in self.ledger.table.parties:
                self.ledger.table = None

    @rule(side=SIDES, really=st.integers(0, 5))
    def end(self, side: int, really: int) -> None:
        if really == 0 and self.done(lambda: end_agreement(PEOPLE[side], agreement_id=self.agreement_id)):
            self.ledger.over = True

    @rule(hours=st.integers(1, 24 * 9))
    def time_passes(self, hours: int) -> None:
        self.moment += timedelta(hours=hours)
        if self.done(lambda: end_left_agreement(SYSTEM, agreement_id=self.agreement_id)):
            assert self.ledger.left
            self.ledger.over = True

    @invariant()
    def no_step_but_those_of_the_tables(self) -> None:
        status = Agreement.objects.get(pk=self.agreement_id).status
        if status != self.status:
            assert _reaches(agreement_steps.NEXT, AgreementStatus(self.status), AgreementStatus(status))
        self.status = status
        for version in Version.objects.filter(agreement_id=self.agreement_id):
            before = self.states.get(version.pk, VersionState.DRAFT.value)
            if before != version.state:
                assert _reaches(version_steps.NEXT, VersionState(before), VersionState(version.state))
            self.states[version.pk] = version.state

    @invariant()
    def words_that_were_offered_never_change(self) -> None:
        for version in Version.objects.filter(agreement_id=self.agreement_id).exclude(text_digest=""):
            kept = self.kept.setdefault(version.pk, (version.text, version.text_digest))
            assert kept == (version.text, version.text_digest)
            assert text_digest(version.text) == version.text_digest

    @invariant()
    def it_binds_exactly_those_who_are_bound_today(self) -> None:
        with clock.at(self.moment):
            for one, other in permutations(range(3), 2):
                expected = self.ledger.binds(one, other, self.today)
                sides = (self.organization(one), self.organization(other))
                found = promised(SYSTEM, sender_id=sides[0], receiver_id=sides[1], service_id=None)
                assert (self.agreement_id in found.agreement_ids) == expected
            way = route(SYSTEM, sender_id=self.organization(0), receiver_id=self.organization(1))
        binds = self.ledger.binds(0, 1, self.today)
        assert (way.agreement_id == self.agreement_id, bool(way.scope)) == (binds, binds)

    def teardown(self) -> None:
        """The same three walk again: nothing of this walk may bind them."""
        ended = {"status": AgreementStatus.ENDED.value, "ended_at": self.moment}
        Agreement.objects.filter(pk=self.agreement_id).update(**ended)


def _reaches(table: Mapping[StepT, frozenset[StepT]], one: StepT, other: StepT) -> bool:
    """One act may take two steps: the last signature brings in force what it signs."""
    return other in table[one] or any(other in table[between] for between in table[one])


def test_no_walk_leaves_the_tables_or_binds_whom_it_should_not(db: None) -> None:
    organizations = [an_organization(name) for name in ("Clinic", "Mosque", "Shelter")]
    set_site_profile(SYSTEM, **a_profile(host_organization_id=organizations[0], timezone=ZONE))
    PEOPLE[:] = [a_member(one, Role.PARTNERSHIP_MANAGER) for one in organizations]

    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=scaled(400, least=12),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
