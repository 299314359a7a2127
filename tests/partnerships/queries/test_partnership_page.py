"""People first at a table, and nobody by name whom one may not know."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.core.errors import NotFound
from kith.core.viewer import Role, Viewer
from kith.partnerships.queries.partnership_page import partnership_page
from kith.partnerships.queries.partnerships_list import partnerships_list
from kith.partnerships.terms import PartyRole
from tests.factories.partnerships import a_contact, a_member, a_partner, in_force
from tests.factories.tables import a_table

pytestmark = pytest.mark.django_db


def people_of(viewer: Viewer, table: UUID) -> list[str]:
    page = partnership_page(viewer, partnership_id=table)
    return [person.name for seat in page.seats for person in seat.people]


def test_the_people_of_each_seat_have_a_telephone(manager: Viewer, mosque: UUID) -> None:
    a_contact(manager, mosque)

    page = partnership_page(manager, partnership_id=a_table(manager, mosque))

    assert [(p.name, p.phone, p.best_time) for p in page.seats[1].people] == [
        ("Fatima Noor", "+1 617 555 0133", "Tuesdays after lunch")
    ]


def test_a_community_seat_reads_the_table_but_no_names_until_it_has_signed(
    manager: Viewer, mosque: UUID
) -> None:
    a_contact(manager, mosque)
    circle = a_partner(manager, "Elders' circle")
    table = a_table(manager, mosque, circle, role=PartyRole.COMMUNITY_SEAT)
    elder = a_member(circle, Role.COORDINATOR)

    before = people_of(elder, table)
    in_force(manager, mosque, circle)

    assert (before, people_of(elder, table)) == ([], ["Fatima Noor"])


def test_a_stranger_finds_no_table(stranger: Viewer, manager: Viewer) -> None:
    table = a_table(manager)

    assert partnerships_list(stranger) == []
    with pytest.raises(NotFound):
        partnership_page(stranger, partnership_id=table)


def test_the_list_says_how_many_sit_at_each(manager: Viewer, mosque: UUID) -> None:
    a_table(manager)
    a_table(manager, mosque)

    assert sorted(line.seats for line in partnerships_list(manager)) == [1, 2]


def test_more_seats_cost_no_more_statements(manager: Viewer, mosque: UUID) -> None:
    others = [a_partner(manager, f"Centre {number}") for number in range(6)]
    small, large = a_table(manager, mosque), a_table(manager, mosque, *others)
    counts = []
    for table in (small, large):
        with CaptureQueriesContext(
            connection,
        ) as statements:
            partnership_page(manager, partnership_id=table)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 12
