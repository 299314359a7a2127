"""A partner's page: what each owes, what became of it, one's own effect; and what workers see in the list."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kith.core import clock
from kith.core.viewer import Role
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.terms import PromiseResult
from tests.factories.care import a_service
from tests.factories.partnerships import OFFICE, a_member, in_force, sign
from tests.partnerships.outcomes import an_outcome
from tests.web.partnerships.conftest import Town, browser_of

pytestmark = pytest.mark.django_db


def page_of(browser: Client, organization_id: UUID) -> str:
    address = reverse("partner_page", kwargs={"organization_id": organization_id})
    return browser.get(address).content.decode()


def the_report(html: str) -> str:
    return html[html.index("What became of our promises") :]


@pytest.fixture
def service(town: Town) -> UUID:
    return a_service(town.mosque, "Walking group", places=None)


def test_the_report_counts_and_never_blames(town: Town, manager: Client) -> None:
    for result in (PromiseResult.IN_TIME, PromiseResult.PAST, PromiseResult.IN_TIME):
        an_outcome(town.mosque, town.clinic, result=result, asked_at=clock.now() - timedelta(days=9))

    report = the_report(page_of(manager, town.mosque))

    assert "What they promised us" in report
    assert 'data-label="Past the promised time">1<' in report
    assert "1 of their own days, from 3 answers" in report
    assert not {"breach", "late", "score"} & set(report.casefold().split())


def test_both_sides_see_the_same_figures(town: Town, manager: Client, coordinator: Client) -> None:
    welcome_partner(
        town.manager,
        organization_id=town.clinic,
        code_word="Walnut",
        timezone="UTC",
        days=OFFICE,
        closed_on=[],
    )
    sign(town.agreement, town.manager, a_member(town.mosque, Role.COORDINATOR))
    for result in (PromiseResult.IN_TIME, PromiseResult.PAST, PromiseResult.CALLED_OFF):
        an_outcome(town.mosque, town.clinic, result=result, asked_at=clock.now() - timedelta(days=9))

    ours = figures(page_of(manager, town.mosque))

    assert ours == figures(page_of(coordinator, town.clinic))
    assert ours.count("1") == 3


def figures(html: str) -> list[str]:
    """All cells of the report, in order."""
    return re.findall(r'role="cell" data-label="[^"]*">([^<]*)<', the_report(html))


def test_the_page_says_what_each_owes_and_until_when(town: Town, manager: Client) -> None:
    in_force(
        town.manager,
        town.mosque,
        promises={town.mosque: 2, town.clinic: 4},
        ends_on=clock.now().date() + timedelta(days=20),
    )

    html = page_of(manager, town.mosque)

    they, we = html.index("What they owe us"), html.index("What we owe them")
    assert they < html.index("within 2 of its own working days") < we
    assert we < html.index("within 4 of its own working days")
    assert "ends in 20 days" in html


def test_a_partner_sees_what_ranks_it_and_can_change_it(
    town: Town, coordinator: Client, service: UUID
) -> None:
    """Promise 19: what enters the order of a search stands on its own page."""
    an_outcome(town.mosque, town.clinic, service_id=service, days=3, asked_at=clock.now())

    html = page_of(coordinator, town.mosque)

    assert "People see: about 3 days." in html
    assert "It comes from 1 answer" in html
    assert "what it costs" in html
    assert reverse("edit_service", args=[service]) in html
    assert "5 parts of 100" in html


def test_others_do_not_see_its_effect(town: Town, manager: Client, service: UUID) -> None:
    assert "5 parts of 100" not in page_of(manager, town.mosque)


def test_workers_see_expiry_in_the_list_and_the_public_sees_nothing(
    town: Town, manager: Client, service: UUID
) -> None:
    in_force(
        town.manager,
        town.mosque,
        promises={town.mosque: 2},
        ends_on=clock.now().date() + timedelta(days=20),
    )
    addresses = [
        reverse("service_page", args=[service]),
        reverse("organization_page", args=[town.mosque]),
    ]

    for address in addresses:
        html = manager.get(address).content.decode()
        assert "An agreement between us is in force." in html
        assert "ends in 20 days" in html
        assert "It answers within 2 of its own working days." in html
        for browser in (Client(), browser_of(a_member(town.elsewhere, Role.NAVIGATOR))):
            html = browser.get(address).content.decode()
            assert "ends in 20 days" not in html
            assert "Between them and us" not in html


def test_workers_see_that_it_ran_out(town: Town, manager: Client, service: UUID) -> None:
    in_force(town.manager, town.mosque, ends_on=clock.now().date() - timedelta(days=3))

    html = manager.get(reverse("service_page", args=[service])).content.decode()

    assert "The agreement between us ran out." in html
    assert "It takes requests from us." not in html
