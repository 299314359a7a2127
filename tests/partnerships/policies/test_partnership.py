from dataclasses import replace
from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.leave_seat import leave_seat
from kith.partnerships.actions.seat_organization import seat_organization
from kith.partnerships.policies.partnership import May, one_partnership, partnerships
from kith.partnerships.policies.seat import seats
from kith.partnerships.terms import PartyRole
from tests.factories.partnerships import SYSTEM, a_member, an_organization
from tests.factories.tables import a_table

pytestmark = pytest.mark.django_db

R, T, C, L = May.READ, May.TAKE_PART, May.CHANGE, May.LEAVE

# What each role may do: of the organisation that began it and convenes; of one that sits there otherwise.
TABLE: dict[Role, tuple[set[May], set[May]]] = {
    Role.NAVIGATOR: ({R}, {R}),
    Role.CLINICIAN: ({R}, {R}),
    Role.PARTNERSHIP_MANAGER: ({R, T, C, L}, {R, T, L}),
    Role.COORDINATOR: ({R, T}, {R, T}),
    Role.ADMIN: ({R, T, L}, {R, T, L}),
    Role.CURATOR: (set(), set()),
    Role.EVALUATOR: (set(), set()),
    Role.PRIVACY_OFFICER: (set(), set()),
}


def allowed(viewer: Viewer, partnership_id: UUID) -> set[May]:
    """What the list says; `one_partnership` must say the same."""
    listed = {may for may in May if partnerships(viewer, may).filter(pk=partnership_id).exists()}
    assert listed == {may for may in May if _one_says_yes(viewer, partnership_id, may)}
    return listed


def _one_says_yes(viewer: Viewer, partnership_id: UUID, may: May) -> bool:
    try:
        return one_partnership(viewer, partnership_id, may).pk == partnership_id
    except (NotFound, Denied):
        return False


@pytest.mark.parametrize("role", Role)
def test_who_may_what_at_a_table(role: Role, manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    table = a_table(manager, mosque)

    assert (allowed(a_member(clinic, role), table), allowed(a_member(mosque, role), table)) == TABLE[role]


@pytest.mark.parametrize("seat", PartyRole)
def test_who_leads_or_convenes_looks_after_the_table_and_no_other_seat(
    seat: PartyRole, manager: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque, role=seat)
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)

    assert (C in allowed(theirs, table)) is (seat in {PartyRole.LEAD, PartyRole.CONVENER})


def test_who_began_it_looks_after_it_whatever_it_does_there_now(manager: Viewer, clinic: UUID) -> None:
    table = a_table(manager)

    seat_organization(manager, partnership_id=table, organization_id=clinic, roles=[PartyRole.REFERRER])

    assert C in allowed(manager, table)


@pytest.mark.parametrize("role", Role)
def test_who_does_not_sit_there_sees_nothing(role: Role, manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager)

    assert allowed(a_member(mosque, role), table) == set()
    assert not seats(a_member(mosque, role), [table]).exists()


def test_who_has_left_sees_nothing_more_and_comes_back_when_seated_again(
    manager: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque)
    theirs = a_member(mosque, Role.ADMIN)

    leave_seat(theirs, partnership_id=table)
    after = allowed(theirs, table)
    seat_organization(manager, partnership_id=table, organization_id=mosque, roles=[PartyRole.FUNDER])

    assert (after, allowed(theirs, table)) == (set(), {R, T, L})


@pytest.mark.parametrize("door", [Door.PUBLIC, Door.STAFF, Door.PORTAL, Door.ANSWER])
def test_nobody_and_a_link_see_nothing(door: Door, manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque)
    link = replace(Viewer.nobody(door), organization_id=mosque, only=Ref("referral", uuid7()))

    assert allowed(Viewer.nobody(door), table) == allowed(link, table) == set()


def test_kith_itself_reads(manager: Viewer) -> None:
    assert allowed(SYSTEM, a_table(manager)) == {R}


def test_seen_but_not_allowed_is_denied_and_unseen_is_not_found(
    manager: Viewer, navigator: Viewer, stranger: Viewer
) -> None:
    table = a_table(manager)

    with pytest.raises(Denied):
        one_partnership(navigator, table, C)
    with pytest.raises(NotFound):
        one_partnership(stranger, table, C)


def test_only_a_partner_may_be_seated(manager: Viewer) -> None:
    with pytest.raises(NotFound):
        a_table(manager, an_organization("Not welcomed yet"))
