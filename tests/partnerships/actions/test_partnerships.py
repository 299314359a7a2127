"""Beginning a table, its seats, and what matters to each."""

from uuid import UUID

import pytest

from kith.core.errors import BadInput, Denied, NotFound
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.begin_partnership import begin_partnership
from kith.partnerships.actions.change_partnership import change_partnership
from kith.partnerships.actions.leave_seat import leave_seat
from kith.partnerships.actions.seat_organization import seat_organization
from kith.partnerships.actions.state_priorities import state_priorities
from kith.partnerships.models import Partnership
from kith.partnerships.queries.partnership_page import partnership_page
from kith.partnerships.table_errors import BadPartnership, BadSeat, NobodyLeads
from kith.partnerships.table_terms import EcologicalLevel
from kith.partnerships.terms import PartyRole
from tests.factories.partnerships import a_member, a_partner, events_of_kind
from tests.factories.tables import a_table

pytestmark = pytest.mark.django_db

SAID = {
    "issue": "Nobody knows where to go at night.",
    "name": "Night table",
    "purpose": "",
    "levels": [EcologicalLevel.COMMUNITY, EcologicalLevel.INDIVIDUAL],
}


def test_a_table_begins_from_an_issue_and_who_begins_it_convenes(manager: Viewer, clinic: UUID) -> None:
    table = begin_partnership(manager, **SAID)

    page = partnership_page(manager, partnership_id=table)
    assert (page.issue, page.name) == ("Nobody knows where to go at night.", "Night table")
    assert page.levels == (EcologicalLevel.INDIVIDUAL, EcologicalLevel.COMMUNITY)
    assert [(seat.organization_id, seat.roles, seat.is_ours) for seat in page.seats] == [
        (clinic, (PartyRole.CONVENER,), True)
    ]
    assert [e.payload for e in events_of_kind("partnerships.partnership_begun")] == [
        {"level_codes": ["community", "individual"]}
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issue", "  "),
        ("issue", "x" * 301),
        ("name", ""),
        ("name", "x" * 201),
        ("purpose", "x" * 5001),
        ("levels", []),
    ],
)
def test_a_table_without_issue_name_or_level_is_not_begun(field: str, value: object, manager: Viewer) -> None:
    with pytest.raises(BadPartnership) as raised:
        begin_partnership(manager, **{**SAID, field: value})

    assert raised.value.field == field
    assert not Partnership.objects.exists()


def test_only_a_partnership_manager_begins(navigator: Viewer, coordinator: Viewer) -> None:
    for viewer in (navigator, coordinator):
        with pytest.raises(Denied):
            begin_partnership(viewer, **SAID)


def test_what_it_is_about_can_be_said_anew(manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque)

    change_partnership(manager, partnership_id=table, **SAID)

    assert partnership_page(manager, partnership_id=table).name == "Night table"
    with pytest.raises(Denied):
        change_partnership(a_member(mosque, Role.PARTNERSHIP_MANAGER), partnership_id=table, **SAID)
    with pytest.raises(BadPartnership):
        change_partnership(manager, partnership_id=table, **{**SAID, "name": ""})


def test_a_partner_does_several_things_at_a_table(manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque)

    roles = [PartyRole.SITE_HOST, PartyRole.RECEIVER, PartyRole.SITE_HOST]
    seat_organization(manager, partnership_id=table, organization_id=mosque, roles=roles)

    page = partnership_page(manager, partnership_id=table)
    assert [seat.roles for seat in page.seats][1:] == [(PartyRole.RECEIVER, PartyRole.SITE_HOST)]
    assert events_of_kind("partnerships.organization_seated")[-1].payload == {
        "role_codes": ["receiver", "site_host"]
    }


def test_a_seat_without_anything_to_do_is_no_seat(manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager)

    with pytest.raises(BadSeat):
        seat_organization(manager, partnership_id=table, organization_id=mosque, roles=[])


def test_seven_sit_at_one_table_each_in_its_place(manager: Viewer) -> None:
    guests = [a_partner(manager, f"Health centre {number}") for number in range(6)]

    table = a_table(manager, *guests)

    page = partnership_page(manager, partnership_id=table)
    assert [seat.organization_id for seat in page.seats][1:] == guests


def test_each_seat_says_what_matters_to_itself_and_all_read_it(
    manager: Viewer, coordinator: Viewer, mosque: UUID
) -> None:
    table = a_table(manager, mosque)

    state_priorities(coordinator, partnership_id=table, priorities=" Nobody is alone in Ramadan. ")

    page = partnership_page(manager, partnership_id=table)
    assert [seat.priorities for seat in page.seats] == ["", "Nobody is alone in Ramadan."]
    assert [e.payload for e in events_of_kind("partnerships.priorities_stated")] == [{}]


def test_priorities_have_an_end(coordinator: Viewer, manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque)

    with pytest.raises(BadInput):
        state_priorities(coordinator, partnership_id=table, priorities="x" * 5001)


def test_a_stranger_states_nothing(stranger: Viewer, manager: Viewer) -> None:
    table = a_table(manager)

    with pytest.raises(NotFound):
        state_priorities(stranger, partnership_id=table, priorities="Ours")


def test_one_leaves_and_the_others_stay(manager: Viewer, mosque: UUID, clinic: UUID) -> None:
    table = a_table(manager, mosque)

    leave_seat(a_member(mosque, Role.PARTNERSHIP_MANAGER), partnership_id=table)

    page = partnership_page(manager, partnership_id=table)
    assert [seat.organization_id for seat in page.seats] == [clinic]
    assert [e.organization_id for e in events_of_kind("partnerships.seat_left")] == [mosque]


def test_nobody_is_left_at_a_table_that_none_looks_after(manager: Viewer, mosque: UUID) -> None:
    table = a_table(manager, mosque)

    with pytest.raises(NobodyLeads):
        leave_seat(manager, partnership_id=table)
    seat_organization(manager, partnership_id=table, organization_id=mosque, roles=[PartyRole.LEAD])
    leave_seat(manager, partnership_id=table)

    assert Partnership.objects.get().ended_at is None


def test_the_last_one_who_leaves_ends_it(manager: Viewer) -> None:
    table = a_table(manager)

    leave_seat(manager, partnership_id=table)

    assert Partnership.objects.get().ended_at is not None
