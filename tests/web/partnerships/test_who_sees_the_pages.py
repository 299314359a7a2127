"""Every page for every role: 200 where it is for them, 404 where it is not, sign-in for nobody."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role
from tests.factories.partnerships import a_member
from tests.web.partnerships.conftest import Town, browser_of
from tests.web.shown_again import shown_again

pytestmark = pytest.mark.django_db

N, C, M, K, A = (
    Role.NAVIGATOR,
    Role.CLINICIAN,
    Role.PARTNERSHIP_MANAGER,
    Role.COORDINATOR,
    Role.ADMIN,
)
READERS = {N, C, M, K, A}
Page = tuple[str, Callable[[Town], dict[str, UUID]]]


def of_mosque(town: Town) -> dict[str, UUID]:
    return {"organization_id": town.mosque}


def of_contact(town: Town) -> dict[str, UUID]:
    return {"contact_id": town.contact}


def of_agreement(town: Town) -> dict[str, UUID]:
    return {"agreement_id": town.agreement}


def of_elsewhere(town: Town) -> dict[str, UUID]:
    return {"organization_id": town.elsewhere}


def plain(town: Town) -> dict[str, UUID]:
    return {}


# Page -> status for a member of the clinic (which welcomed and proposed) and of the mosque (the partner).
# What a role may not even know is 404; what it may see but not change is 403.
TABLE: dict[str, tuple[Callable[[Town], dict[str, UUID]], dict[Role, int], dict[Role, int]]] = {
    "partners_list": (plain, dict.fromkeys(READERS, 200), dict.fromkeys(READERS, 200)),
    "partner_page": (of_mosque, dict.fromkeys(READERS, 200), dict.fromkeys(READERS, 200)),
    "find_partner": (plain, {M: 200, A: 200}, {}),
    "welcome_new_partner": (plain, {M: 200, A: 200}, {}),
    "welcome_partner": (of_elsewhere, {M: 200, A: 200}, {}),
    "set_working_days": (of_mosque, {M: 200, A: 200, K: 403}, {M: 200, A: 200, K: 200}),
    "pause_asks": (of_mosque, {M: 200, A: 200, K: 403}, {M: 200, A: 200, K: 200}),
    "set_open_asks_limit": (of_mosque, {M: 200, A: 200, K: 403}, {M: 200, A: 200, K: 200}),
    "change_code_word": (of_mosque, {M: 200, A: 200, K: 403}, {M: 200, A: 200, K: 200}),
    "add_contact": (of_mosque, {M: 200, A: 200, K: 403}, {M: 200, A: 200, K: 200}),
    "set_own_code": (of_contact, {M: 403, A: 403, K: 403}, {M: 200, A: 200, K: 200}),
    "confirm_contact": (
        of_contact,
        {M: 200, A: 200, K: 403, N: 200, C: 200},
        {M: 200, A: 200, K: 200, N: 200, C: 200},
    ),
    "end_contact": (of_contact, {M: 200, A: 200, K: 403}, {M: 200, A: 200, K: 200}),
    "agreements_list": (plain, dict.fromkeys(READERS, 200), dict.fromkeys(READERS, 200)),
    "agreement_page": (of_agreement, dict.fromkeys(READERS, 200), dict.fromkeys(READERS, 200)),
    "propose_agreement": (plain, {M: 200}, {M: 200}),
    "adopt_paper_agreement": (plain, {M: 200}, {M: 200}),
    "sign_agreement": (of_agreement, dict.fromkeys({M, K, A}, 200), dict.fromkeys({M, K, A}, 200)),
    "end_agreement": (of_agreement, {M: 200}, {M: 200}),
    "change_draft": (of_agreement, {M: 409}, {M: 409}),
    "agreement_paper": (of_agreement, {}, {}),
}
FOREIGN = {name for name, (of, _, _) in TABLE.items() if of in {of_mosque, of_contact, of_agreement}}


@pytest.mark.parametrize("role", Role)
def test_each_page_for_each_role(role: Role, town: Town) -> None:
    found, wanted = {}, {}
    for side, organization_id in enumerate((town.clinic, town.mosque)):
        browser = shown_again(browser_of(a_member(organization_id, role)))
        for name, (of, *statuses) in TABLE.items():
            found[name, side] = browser.get(reverse(name, kwargs=of(town))).status_code
            wanted[name, side] = statuses[side].get(role, 404)

    assert found == wanted


@pytest.mark.parametrize("role", Role)
def test_members_of_other_organisations_find_none_of_it(role: Role, town: Town) -> None:
    browser = shown_again(browser_of(a_member(town.elsewhere, role)))

    assert {browser.get(reverse(name, kwargs=TABLE[name][0](town))).status_code for name in FOREIGN} == {404}


@pytest.mark.parametrize("name", TABLE)
def test_nobody_is_asked_to_sign_in(name: str, town: Town) -> None:
    response = Client().get(reverse(name, kwargs=TABLE[name][0](town)))

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["resume_asks", "propose_draft"])
def test_buttons_are_no_links(name: str, town: Town, manager: Client) -> None:
    of = of_mosque if name == "resume_asks" else of_agreement

    assert manager.get(reverse(name, kwargs=of(town))).status_code == 405


def test_unknown_ids_are_not_here(manager: Client) -> None:
    shown_again(manager)
    nothing = UUID(int=7)

    assert {
        manager.get(reverse(name, kwargs={key: nothing})).status_code
        for name, key in [
            ("partner_page", "organization_id"),
            ("welcome_partner", "organization_id"),
            ("set_own_code", "contact_id"),
            ("agreement_page", "agreement_id"),
            ("agreement_paper", "agreement_id"),
        ]
    } == {404}
