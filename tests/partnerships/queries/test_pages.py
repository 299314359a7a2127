"""What the pages read."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core import clock
from kith.core.errors import Denied, NotFound
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.actions.pause_asks import pause_asks
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.agreements_list import agreements_list
from kith.partnerships.queries.contact_address import contact_address
from kith.partnerships.queries.contact_page import contact_page
from kith.partnerships.queries.partner_page import partner_page
from kith.partnerships.queries.partners_list import partners_list
from kith.partnerships.queries.possible_parties import possible_parties
from kith.partnerships.terms import Standing
from tests.factories.partnerships import (
    TUESDAY_THURSDAY,
    a_contact,
    a_member,
    a_partner,
    in_force,
    proposed,
    sign,
)

pytestmark = pytest.mark.django_db


def test_what_waits_for_us_comes_first_and_what_ended_last(manager: Viewer, mosque: UUID) -> None:
    ended = in_force(manager, mosque)
    end_agreement(manager, agreement_id=ended)
    binds = in_force(manager, mosque)
    waits = proposed(manager, mosque)
    signed = proposed(manager, mosque)
    sign(signed, manager)
    ran_out = in_force(manager, mosque, ends_on=date(2026, 11, 23))

    lines = agreements_list(manager)

    assert [line.id for line in lines] == [waits, signed, binds, ran_out, ended]
    assert [line.standing for line in lines] == [
        Standing.WAITS_FOR_US,
        Standing.WAITS_FOR_OTHERS,
        Standing.BINDS,
        Standing.RAN_OUT,
        Standing.ENDED,
    ]
    assert lines[0].party_names == ("Northgate Clinic", "Al-Noor Mosque")


def test_strangers_have_empty_lists(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    in_force(manager, mosque)
    nobody = Viewer.nobody(Door.PUBLIC)

    assert agreements_list(stranger) == agreements_list(nobody) == []
    assert partners_list(stranger) == partners_list(nobody) == []
    assert [party.name for party in possible_parties(stranger)] == ["Harbour Legal Aid"]
    assert possible_parties(nobody) == []


def test_an_agreement_shows_the_days_that_count_and_when_an_ask_of_now_is_due(
    manager: Viewer, coordinator: Viewer
) -> None:
    library = a_partner(manager, "Library", days=TUESDAY_THURSDAY)
    unknown = a_partner(manager, "Choir", days={})
    agreement_id = proposed(manager, library, unknown, promises={library: 2, unknown: 1})

    page = agreement_page(a_member(library, Role.COORDINATOR), agreement_id=agreement_id)

    by_name = {line.name: line for line in page.promises}
    assert by_name["Library"].weekdays == (1, 3)
    assert by_name["Library"].due_if_asked_now == datetime(2026, 12, 1, 16, tzinfo=UTC)
    assert (by_name["Choir"].weekdays, by_name["Choir"].due_if_asked_now) == ((), None)


@pytest.mark.parametrize(
    ("role", "may_sign", "may_end"),
    [
        (Role.NAVIGATOR, False, False),
        (Role.COORDINATOR, True, False),
        (Role.ADMIN, True, False),
        (Role.PARTNERSHIP_MANAGER, True, True),
    ],
)
def test_a_button_shows_where_its_action_is_allowed(
    role: Role, may_sign: bool, may_end: bool, manager: Viewer, mosque: UUID
) -> None:
    agreement_id = proposed(manager, mosque)
    viewer = a_member(mosque, role)

    page = agreement_page(viewer, agreement_id=agreement_id)

    assert (page.may_sign, page.may_end, page.may_change) == (may_sign, may_end, False)
    sign(agreement_id, a_member(mosque, Role.ADMIN))
    assert not agreement_page(viewer, agreement_id=agreement_id).may_sign


def test_strangers_find_no_agreement_and_no_partner(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    agreement_id = in_force(manager, mosque)
    contact_id = a_contact(manager, mosque)

    with pytest.raises(NotFound):
        agreement_page(stranger, agreement_id=agreement_id)
    with pytest.raises(NotFound):
        partner_page(stranger, organization_id=mosque)
    with pytest.raises(NotFound):
        contact_page(stranger, contact_id=contact_id)
    with pytest.raises(NotFound):
        contact_address(stranger, contact_id=contact_id)


def test_a_partner_page_is_its_people_and_the_promises_of_both_sides(
    manager: Viewer, clinic: UUID, mosque: UUID, navigator: Viewer, coordinator: Viewer
) -> None:
    in_force(manager, mosque, promises={mosque: 3, clinic: 1})
    a_contact(manager, mosque)
    pause_asks(manager, organization_id=mosque, until=date(2026, 11, 30))

    page = partner_page(navigator, organization_id=mosque)
    theirs = partner_page(coordinator, organization_id=mosque)

    assert [(c.name, c.phone, c.best_time) for c in page.contacts] == [
        ("Fatima Noor", "+1 617 555 0133", "Tuesdays after lunch")
    ]
    assert (page.they_promise, page.we_promise, page.has_agreement) == (3, 1, True)
    assert (page.paused_until, page.may_look_after, page.is_own) == (date(2026, 11, 30), False, False)
    assert (theirs.may_look_after, theirs.is_own, theirs.they_promise) == (True, True, None)


def test_our_own_person_stands_beside_theirs(manager: Viewer, clinic: UUID, mosque: UUID) -> None:
    assert partner_page(manager, organization_id=mosque).our_contacts == ()
    welcome_partner(
        manager, organization_id=clinic, code_word="Northgate", timezone="UTC", days={}, closed_on=[]
    )
    a_contact(manager, clinic, "Jo Adeyemi")
    a_contact(manager, clinic, "Second Person")

    page = partner_page(manager, organization_id=mosque)

    assert [(c.name, c.organization_name) for c in page.our_contacts] == [("Jo Adeyemi", "Northgate Clinic")]
    assert [party.is_own for party in possible_parties(manager)] == [True, False]


def test_partners_are_listed_with_whom_to_phone(manager: Viewer, mosque: UUID, coordinator: Viewer) -> None:
    a_partner(manager, "Ash Tree School", days={})
    a_contact(manager, mosque)
    pause_asks(manager, organization_id=mosque, until=date(2026, 11, 24))

    lines = partners_list(manager)

    assert [(line.name, line.contact_name, line.has_known_days) for line in lines] == [
        ("Al-Noor Mosque", "Fatima Noor", True),
        ("Ash Tree School", "", False),
    ]
    assert lines[0].paused_until == date(2026, 11, 24)
    assert [line.is_own for line in partners_list(coordinator)] == [True]
    with clock.at(datetime(2026, 11, 25, 9, tzinfo=UTC)):
        assert partners_list(manager)[0].paused_until is None


def test_closed_days_that_went_by_are_not_shown(manager: Viewer) -> None:
    organization_id = a_partner(
        manager, "School", closed_on=[date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 25)]
    )

    page = partner_page(manager, organization_id=organization_id)

    assert page.closed_on == (date(2026, 11, 24), date(2026, 12, 25))


def test_only_who_looks_after_a_partner_or_asks_there_opens_a_contacts_page(
    clinic: UUID, manager: Viewer, mosque: UUID, navigator: Viewer
) -> None:
    contact_id = a_contact(manager, mosque)

    page = contact_page(manager, contact_id=contact_id)

    assert (page.name, page.organization_name, page.has_own_code) == ("Fatima Noor", "Al-Noor Mosque", False)
    assert not page.may_set_code
    assert contact_page(navigator, contact_id=contact_id).name == "Fatima Noor"
    with pytest.raises(Denied):
        contact_page(a_member(clinic, Role.COORDINATOR), contact_id=contact_id)


def test_lists_take_the_same_statements_however_long_they_are(manager: Viewer, mosque: UUID) -> None:
    in_force(manager, mosque)
    a_contact(manager, mosque)
    short = _statements(manager, mosque)
    for number in range(3):
        other = a_partner(manager, f"Partner {number}")
        a_contact(manager, other)
        in_force(manager, other, promises={other: 2})

    assert _statements(manager, mosque) == short
    assert max(short) <= 20


def _statements(viewer: Viewer, organization_id: UUID) -> list[int]:
    counts = []
    reads = [
        lambda: agreements_list(viewer),
        lambda: partners_list(viewer),
        lambda: possible_parties(viewer),
        lambda: partner_page(viewer, organization_id=organization_id),
        lambda: agreement_page(viewer, agreement_id=agreements_list(viewer)[-1].id),
    ]
    for read in reads:
        with CaptureQueriesContext(connection) as seen:
            read()
        counts.append(len(seen))
    return counts
