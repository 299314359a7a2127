from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from kith.partnerships.models import Partnership, Seat
from kith.partnerships.queries.partnership_page import partnership_page
from tests.factories.partnerships import a_member
from tests.factories.tables import a_table
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(town: Town) -> UUID:
    return a_table(town.manager, town.mosque)


def address(name: str, table: UUID) -> str:
    return reverse(name, kwargs={"partnership_id": table})


def test_a_table_begins_from_an_issue_on_one_page(town: Town, manager: Client) -> None:
    sent = {
        "key": uuid4(),
        "issue": "People come out of hospital to nobody.",
        "name": "Home again",
        "purpose": "",
        "levels": ["individual", "community"],
        f"role_{town.mosque.hex}": "site_host",
    }

    answers = [manager.post(reverse("begin_partnership"), sent) for _ in range(2)]

    partnership = Partnership.objects.get()
    assert {answer["Location"] for answer in answers} == {address("partnership_page", partnership.pk)}
    assert Seat.objects.get(organization_id=town.mosque).roles == ["site_host"]


def test_without_a_level_the_form_comes_back_with_what_was_typed(town: Town, manager: Client) -> None:
    response = manager.post(reverse("begin_partnership"), {"issue": "Nobody answers.", "name": "Answers"})

    assert response.status_code == 422
    assert 'value="Nobody answers."' in response.content.decode()


def test_people_stand_before_roles_and_priorities(table: UUID, coordinator: Client, manager: Client) -> None:
    words = {"key": uuid4(), "priorities": "Nobody is alone on Friday."}
    coordinator.post(address("state_priorities", table), words)

    html = manager.get(address("partnership_page", table)).content.decode()

    assert html.index("Fatima Noor") < html.index("Takes requests") < html.index("Nobody is alone on Friday.")
    assert 'href="tel:+16175550133"' in html
    assert "Fatima" not in html[: html.index("</title>")]


def test_a_table_that_works_at_the_person_alone_is_told_what_else_it_could_do(
    town: Town, table: UUID, manager: Client
) -> None:
    warned = manager.get(address("partnership_page", table)).content.decode()
    said = {"key": uuid4(), "issue": "One", "name": "Two", "levels": ["individual", "society"]}
    manager.post(address("change_partnership", table), said)

    assert "a mosque, a library, a school" in warned
    assert "take it to the council" in warned
    assert "a mosque, a library" not in manager.get(address("partnership_page", table)).content.decode()


def test_a_seat_is_given_and_its_link_fills_in_what_it_does(town: Town, table: UUID, manager: Client) -> None:
    sent = {"key": uuid4(), "organization": town.mosque, "roles": ["funder", "receiver"]}

    manager.post(address("seat_organization", table), sent)
    again = manager.get(address("seat_organization", table), {"organization": town.mosque})

    page = partnership_page(town.manager, partnership_id=table)
    assert page.seats[1].roles == ("receiver", "funder")
    assert again.content.decode().count("checked") == 2


def test_leaving_asks_once_more_and_leads_to_the_list_also_when_sent_again(town: Town, table: UUID) -> None:
    theirs = browser_of(a_member(town.mosque, Role.PARTNERSHIP_MANAGER))
    sent = {"key": uuid4()}

    answers = [theirs.post(address("leave_seat", table), sent) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [reverse("partnerships_list")] * 2
    assert theirs.get(address("partnership_page", table)).status_code == 404


def test_who_began_it_alone_is_told_why_it_cannot_leave_yet(table: UUID, manager: Client) -> None:
    response = manager.post(address("leave_seat", table), {"key": uuid4()})

    assert response.status_code == 409
    assert "Nobody could look after the table then" in response.content.decode()


# Page -> status for a member of the clinic (which convenes) and of the mosque (which takes requests).
ALL = dict.fromkeys(
    [Role.NAVIGATOR, Role.CLINICIAN, Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN], 200
)
M, K, A = Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN
PAGES: dict[str, tuple[dict[Role, int], dict[Role, int]]] = {
    "partnership_page": (ALL, ALL),
    "change_partnership": ({M: 200}, {M: 403}),
    "seat_organization": ({M: 200}, {M: 403}),
    "state_priorities": ({M: 200, K: 200, A: 200}, {M: 200, K: 200, A: 200}),
    "leave_seat": ({M: 200, A: 200}, {M: 200, A: 200}),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", PAGES)
def test_each_page_for_each_role(name: str, role: Role, town: Town, table: UUID) -> None:
    found = tuple(
        browser_of(a_member(one, role)).get(address(name, table)).status_code
        for one in (town.clinic, town.mosque, town.elsewhere)
    )

    assert found == (PAGES[name][0].get(role, 404), PAGES[name][1].get(role, 404), 404)


def test_nobody_signs_in_first(table: UUID) -> None:
    assert "/account/login/" in Client().get(address("partnership_page", table))["Location"]


def test_a_seat_is_taken_away_with_a_reason(town: Town, table: UUID, manager: Client) -> None:
    page = reverse("take_seat_away", args=[table, town.mosque])
    assert page in manager.get(address("partnership_page", table)).content.decode()

    empty = manager.post(page, {"key": uuid4(), "reason": " "})
    sent = {"key": uuid4(), "reason": "You told us that you have no time."}
    answers = [manager.post(page, sent) for _ in range(2)]

    assert empty.status_code == 422
    assert [answer["Location"] for answer in answers] == [address("partnership_page", table)] * 2
    assert Seat.objects.get(organization_id=town.mosque).left_reason == "You told us that you have no time."
    assert manager.get(page).status_code == 404


def test_ones_own_seat_and_those_of_strangers_have_no_such_page(
    town: Town, table: UUID, manager: Client
) -> None:
    theirs = browser_of(a_member(town.mosque, Role.PARTNERSHIP_MANAGER))

    assert manager.get(reverse("take_seat_away", args=[table, town.clinic])).status_code == 403
    assert manager.get(reverse("take_seat_away", args=[table, town.elsewhere])).status_code == 404
    assert theirs.get(reverse("take_seat_away", args=[table, town.clinic])).status_code == 403
