from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.set_contact_code import set_contact_code
from kith.partnerships.policies.partner import May, check_may_welcome, one_partner, partners
from kith.partnerships.policies.partner_contact import contacts, one_contact
from tests.factories.partnerships import (
    SYSTEM,
    a_contact,
    a_member,
    a_partner,
    an_organization,
    in_force,
    make_host,
    proposed,
    sign,
)

pytestmark = pytest.mark.django_db

READING = {May.READ, May.ROUTE, May.WEEK}
WORKING = READING | {May.CONFIRM}
ALL = set(May)
HOSTING = ALL - {May.OWN_CODE, May.CONFIRM}

# Each role: in the organisation that welcomed the partner, in the partner itself, and in one bound to it.
TABLE: dict[Role, tuple[set[May], set[May], set[May]]] = {
    Role.NAVIGATOR: (WORKING, WORKING, WORKING),
    Role.CLINICIAN: (WORKING, WORKING, WORKING),
    Role.PARTNERSHIP_MANAGER: (HOSTING, ALL, READING),
    Role.COORDINATOR: (READING, ALL, READING),
    Role.ADMIN: (HOSTING, ALL, READING),
    Role.CURATOR: (set(), set(), set()),
    Role.EVALUATOR: (set(), set(), set()),
    Role.PRIVACY_OFFICER: (set(), set(), set()),
}


def allowed(viewer: Viewer, organization_id: UUID, contact_id: UUID) -> set[May]:
    """What the lists say of the partner; the contact's list must say the same."""
    found = {may for may in May if partners(viewer, may).filter(organization_id=organization_id).exists()}
    assert found == {may for may in May if contacts(viewer, may).filter(pk=contact_id).exists()}
    return found


@pytest.mark.parametrize("role", Role)
def test_who_may_what(role: Role, manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)
    bound = an_organization("Housing charity")
    in_force(a_member(bound, Role.PARTNERSHIP_MANAGER), mosque)
    viewers = [a_member(organization_id, role) for organization_id in (clinic, mosque, bound)]

    assert tuple(allowed(viewer, mosque, contact_id) for viewer in viewers) == TABLE[role]


@pytest.mark.parametrize("role", Role)
def test_other_organisations_see_nothing(role: Role, manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)

    assert allowed(a_member(an_organization("Elsewhere"), role), mosque, contact_id) == set()


@pytest.mark.parametrize("door", [Door.PUBLIC, Door.STAFF, Door.PORTAL, Door.ANSWER])
def test_nobody_sees_nothing(door: Door, manager: Viewer, mosque: UUID) -> None:
    assert allowed(Viewer.nobody(door), mosque, a_contact(manager, mosque)) == set()


def test_a_proposal_opens_the_days_but_no_names_until_both_have_signed(
    manager: Viewer, mosque: UUID, coordinator: Viewer
) -> None:
    contact_id = a_contact(manager, mosque)
    charity = a_member(an_organization("Housing charity"), Role.PARTNERSHIP_MANAGER)
    agreement_id = proposed(charity, mosque)
    sign(agreement_id, charity)
    before = allowed(charity, mosque, contact_id)

    sign(agreement_id, coordinator)
    after = allowed(charity, mosque, contact_id)
    end_agreement(charity, agreement_id=agreement_id)

    assert (before, after, allowed(charity, mosque, contact_id)) == ({May.WEEK}, READING, set())


def test_the_answer_link_may_pause_its_own_partner_and_see_no_page(manager: Viewer, mosque: UUID) -> None:
    contact_id = a_contact(manager, mosque)
    link = replace(Viewer.nobody(Door.ANSWER), organization_id=mosque, only=Ref("referral", uuid7()))
    other = a_partner(manager, "Other")

    assert allowed(link, mosque, contact_id) == {May.ROUTE, May.PAUSE}
    assert allowed(link, other, a_contact(manager, other)) == set()

    pause_asks(link, organization_id=mosque, until=date(2026, 11, 30))


def test_the_link_of_a_named_person_may_set_their_code_and_no_other_link_may(
    manager: Viewer, mosque: UUID
) -> None:
    contact_id, colleague_id = a_contact(manager, mosque), a_contact(manager, mosque, "Idris Ali")
    link = replace(Viewer.nobody(Door.ANSWER), organization_id=mosque, only=Ref("contact", contact_id))

    assert May.OWN_CODE in allowed(link, mosque, contact_id)
    with pytest.raises(NotFound):
        set_contact_code(link, contact_id=colleague_id, code="seven figs")


def test_kith_itself_may_all(manager: Viewer, mosque: UUID) -> None:
    assert allowed(SYSTEM, mosque, a_contact(manager, mosque)) == ALL


def test_seen_but_not_allowed_is_denied_and_unseen_is_not_found(
    manager: Viewer, mosque: UUID, navigator: Viewer, stranger: Viewer
) -> None:
    contact_id = a_contact(manager, mosque)

    with pytest.raises(Denied):
        one_partner(navigator, mosque, May.LOOK_AFTER)
    with pytest.raises(Denied):
        one_contact(navigator, contact_id, May.LOOK_AFTER)
    with pytest.raises(NotFound):
        one_partner(stranger, mosque, May.READ)
    with pytest.raises(NotFound):
        one_contact(stranger, contact_id, May.READ)
    with pytest.raises(NotFound):
        one_partner(manager, uuid7(), May.READ)


@pytest.mark.parametrize("role", Role)
def test_the_hosts_partnership_managers_and_administrators_welcome(role: Role, clinic: UUID) -> None:
    viewer = a_member(clinic, role)
    make_host(viewer)

    if role in {Role.PARTNERSHIP_MANAGER, Role.ADMIN}:
        check_may_welcome(viewer)
        return
    with pytest.raises(Denied):
        check_may_welcome(viewer)


def test_nobody_welcomes_nobody() -> None:
    with pytest.raises(Denied):
        check_may_welcome(Viewer.nobody(Door.PUBLIC))
