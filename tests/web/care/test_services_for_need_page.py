"""The page on which a worker looks for who will say yes."""

from html import unescape

import pytest
from django.test import Client

from kith.directory.terms import Topic
from tests.factories import directory
from tests.factories.care import CareTown, a_care_town
from tests.factories.directory import own_taxonomies
from tests.promises.seats import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def care() -> CareTown:
    return a_care_town()


@pytest.fixture
def worker(care: CareTown) -> Client:
    return browser_of(care.navigator)


def page_of(worker: Client, care: CareTown, *, screen: str = "", **said: object) -> str:
    address = f"{screen}/needs/{care.need_id}/services/"
    answer = worker.post(address, said) if said else worker.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_it_says_how_likely_a_yes_is_and_why(worker: Client, care: CareTown) -> None:
    page = page_of(worker, care)

    assert "Women's walking group" in page
    assert "Probably yes, from what is known" in page
    assert "Why it fits" in page
    assert "Why another was not chosen" not in page


def test_it_says_of_a_service_that_is_named_why_it_was_not_chosen(worker: Client, care: CareTown) -> None:
    directory.a_service("Rent advice", topics=[Topic.HOUSING], languages=["ar"])

    page = page_of(worker, care, name="rent advice")

    assert "Why another was not chosen" in page
    assert "Helps with something else, as listed" in page
    assert "No service is called so." in page_of(worker, care, name="nothing is called so")


def test_what_is_ticked_stays_ticked_and_odd_input_is_told_and_asks_nothing(
    worker: Client, care: CareTown
) -> None:
    own_taxonomies()

    ticked = page_of(worker, care, wishes=["culture-halal"], age="30")
    odd = page_of(worker, care, wishes=["no such thing"], age="-4", words="w" * 10_000, name="'\"<script>")

    assert 'value="culture-halal" ' in ticked
    assert "checked" in ticked
    assert "Something needs mending" in odd


def test_it_speaks_arabic(worker: Client, care: CareTown) -> None:
    page = page_of(worker, care, screen="/ar")

    assert "على الأرجح نعم، بحسب المعروف" in page
