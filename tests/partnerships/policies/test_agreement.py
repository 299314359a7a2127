from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.models import Withdrawal
from kith.partnerships.policies.agreement import May, agreements, one_agreement
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Wording
from tests.factories.partnerships import (
    START,
    SYSTEM,
    a_member,
    a_partner,
    an_organization,
    in_force,
    proposed,
)
from tests.partnerships.conftest import TUESDAY

pytestmark = pytest.mark.django_db

TODAY = TUESDAY.date()

R, W, C, S, E, N = May.READ, May.ROUTE, May.CHANGE, May.SIGN, May.END, May.NOTE_PHONED
READING = {R, W}
BOUND = {May.STEER, May.VARY, May.FOLLOW}
"""What only those may do who have signed words that bind, and have not left: `LIVING` below."""

# What each role of a party may do with a proposal; `lead` wrote it, `other` was asked to sign; it may write other words.
PROPOSAL: dict[Role, tuple[set[May], set[May]]] = {
    Role.NAVIGATOR: (READING, READING),
    Role.CLINICIAN: (READING, READING),
    Role.PARTNERSHIP_MANAGER: ({R, W, C, S, E, N}, {R, W, C, S, E, N}),
    Role.COORDINATOR: ({R, W, S}, {R, W, S}),
    Role.ADMIN: ({R, W, S}, {R, W, S}),
    Role.CURATOR: (set(), set()),
    Role.EVALUATOR: (set(), set()),
    Role.PRIVACY_OFFICER: (set(), set()),
}
# What each role of a party that is bound may do beside that.
LIVING: dict[Role, set[May]] = {
    Role.NAVIGATOR: {May.FOLLOW},
    Role.CLINICIAN: {May.FOLLOW},
    Role.PARTNERSHIP_MANAGER: {May.FOLLOW, May.STEER, May.VARY},
    Role.COORDINATOR: {May.FOLLOW, May.VARY},
    Role.ADMIN: {May.FOLLOW, May.VARY},
    Role.CURATOR: set(),
    Role.EVALUATOR: set(),
    Role.PRIVACY_OFFICER: set(),
}
# The same with a draft: the other party does not know that there is one.
DRAFT: dict[Role, tuple[set[May], set[May]]] = {role: (ours, set()) for role, (ours, _) in PROPOSAL.items()}


def allowed(viewer: Viewer, agreement_id: UUID) -> set[May]:
    """What the list says; `one_agreement` must say the same."""
    listed = {may for may in May if agreements(viewer, may).filter(pk=agreement_id).exists()}
    assert listed == {may for may in May if _one_says_yes(viewer, agreement_id, may)}
    return listed


def _one_says_yes(viewer: Viewer, agreement_id: UUID, may: May) -> bool:
    try:
        return one_agreement(viewer, agreement_id, may).pk == agreement_id
    except (NotFound, Denied):
        return False


@pytest.fixture
def draft(manager: Viewer, mosque: UUID) -> UUID:
    assert manager.organization_id is not None
    parties = (Party(manager.organization_id, PartyRole.LEAD), Party(mosque, PartyRole.RECEIVER))
    wording = Wording(
        title="Draft",
        purpose="To be talked about",
        parties=parties,
        clauses=(),
        starts_on=START,
        review_on=None,
        ends_on=None,
    )
    return draft_agreement(manager, wording=wording)


@pytest.mark.parametrize("role", Role)
def test_who_may_what_with_a_proposal(role: Role, manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)

    found = (
        allowed(a_member(clinic, role), agreement_id),
        allowed(a_member(mosque, role), agreement_id),
    )

    assert found == PROPOSAL[role]


@pytest.mark.parametrize("role", Role)
def test_who_may_what_with_a_draft(role: Role, clinic: UUID, mosque: UUID, draft: UUID) -> None:
    found = (allowed(a_member(clinic, role), draft), allowed(a_member(mosque, role), draft))

    assert found == DRAFT[role]


@pytest.mark.parametrize("role", Role)
def test_who_may_what_with_an_agreement_that_binds_until_they_have_left(
    role: Role, manager: Viewer, clinic: UUID, mosque: UUID
) -> None:
    shelter = a_partner(manager, "Shelter")
    agreement_id = in_force(manager, mosque, shelter)
    Withdrawal.objects.create(
        agreement_id=agreement_id, organization_id=shelter, last_on=TODAY, said_at=clock.now()
    )
    viewers = [a_member(one, role) for one in (clinic, mosque, shelter)]

    found = [allowed(viewer, agreement_id) & BOUND for viewer in viewers]
    with clock.at(clock.now() + timedelta(days=2)):
        later = [allowed(viewer, agreement_id) & BOUND for viewer in viewers]

    assert found == [LIVING[role]] * 3
    assert later == [LIVING[role], LIVING[role], set()]
    assert not allowed(viewers[0], proposed(manager, mosque)) & BOUND


@pytest.mark.parametrize("role", Role)
def test_other_organisations_see_nothing(role: Role, manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)

    assert allowed(a_member(an_organization("Elsewhere"), role), agreement_id) == set()


@pytest.mark.parametrize("door", [Door.PUBLIC, Door.STAFF, Door.PORTAL, Door.ANSWER])
def test_nobody_sees_nothing(door: Door, manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)

    assert allowed(Viewer.nobody(door), agreement_id) == set()


def test_kith_itself_reads(manager: Viewer, mosque: UUID) -> None:
    assert {may for may in May if agreements(SYSTEM, may).exists()} == set()
    agreement_id = proposed(manager, mosque)

    assert allowed(SYSTEM, agreement_id) == {*READING, E, May.FOLLOW}


def test_a_link_and_a_person_find_the_way_but_read_no_page(manager: Viewer, mosque: UUID) -> None:
    agreement_id = proposed(manager, mosque)
    link = replace(Viewer.nobody(Door.ANSWER), organization_id=mosque, only=Ref("referral", uuid7()))
    person = replace(Viewer.nobody(Door.PORTAL), person_id=uuid7())

    found = [
        {may for may in May if agreements(viewer, may).filter(pk=agreement_id).exists()}
        for viewer in (link, person, replace(link, only=None))
    ]

    assert found == [{W}, {W}, set()]


def test_seen_but_not_allowed_is_denied_and_unseen_is_not_found(
    manager: Viewer, mosque: UUID, navigator: Viewer, stranger: Viewer
) -> None:
    agreement_id = proposed(manager, mosque)

    with pytest.raises(Denied):
        one_agreement(navigator, agreement_id, May.END)
    with pytest.raises(NotFound):
        one_agreement(stranger, agreement_id, May.END)
