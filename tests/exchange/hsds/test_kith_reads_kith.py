"""One Kith reads the interface of another, from the first page to the last record."""

import pytest
from django.test import Client

from kith.directory.models import Service
from kith.directory.queries.import_report import import_report
from kith.directory.records import ServiceDetails
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds.take_in_feed import take_in_feed
from tests.factories.directory import SYSTEM, a_place, a_service
from tests.factories.fake_feed import HERE, QUICK, Answer, fake_feed

pytestmark = pytest.mark.django_db


def told(address: str) -> Answer:
    """What our own interface says."""
    response = Client().get(address)
    assert response.status_code == 200
    return Answer((response.content,), headers={"Content-Type": response["Content-Type"]})


def test_every_service_comes_over_and_a_second_time_nothing_changes() -> None:
    here = ServiceDetails(places=(a_place(),))
    ours = [a_service(f"Group {number}", details=here) for number in range(5)]
    about = told("/hsds/")
    pages = {number: told(f"/hsds/services?page={number}&per_page=2") for number in range(1, 5)}
    singles = {f"/services/{one}": told(f"/hsds/services/{one}") for one in ours}

    def play(path: str, query: dict[str, str]) -> Answer:
        return about if path == "/" else singles.get(path) or pages[int(query["page"])]

    with fake_feed(play) as feed, Fetcher(allowed=HERE, limits=QUICK) as fetcher:
        first, second = (
            import_report(
                SYSTEM,
                run_id=take_in_feed(
                    SYSTEM,
                    fetcher=fetcher,
                    address=feed.base,
                    source_name="Neighbour",
                    progress=lambda _n: None,
                ),
            )
            for _turn in range(2)
        )

    assert (first.added, first.not_taken_why) == (5, ())
    assert (second.unchanged, second.gone, second.not_taken) == (5, 0, 0)
    assert Service.objects.filter(name="Group 0").count() == 2
