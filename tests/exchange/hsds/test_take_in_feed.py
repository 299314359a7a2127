"""Taking in a feed: into the directory, again without a change, on after a kill, and never deleting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from kith.core import clock
from kith.core.errors import Denied
from kith.directory.actions.start_crawl import start_crawl
from kith.directory.models import CrawledRecord, ImportRun, Service, SourceRecord
from kith.directory.queries.import_report import ImportReport, import_report
from kith.directory.queries.service_page import service_page
from kith.directory.records import Json
from kith.directory.terms import RunStatus
from kith.exchange.fetching.errors import NotFetched
from kith.exchange.fetching.fetch import Fetcher
from kith.exchange.hsds import take_in as taking
from kith.exchange.hsds.errors import CrawlStopped
from kith.exchange.hsds.take_in_feed import take_in_feed
from tests.exchange.hsds.test_take_in import all_rows
from tests.factories.directory import NOBODY, SYSTEM
from tests.factories.fake_feed import HERE, QUICK, Answer, FakeFeed, PlayedNetwork, as_json, fake_feed
from tests.factories.played_hsds import PlayedHsds, envelope, services
from tests.factories.published import ORUK_MOCKS, needs_oruk_mocks

pytestmark = pytest.mark.django_db

FIVE = services(5)


class Killed(BaseException):
    """What a kill looks like from inside: nothing after it runs."""


@dataclass(slots=True)
class Town:
    """One feed at one address, which may play another part each time it is taken in."""

    feed: FakeFeed = field(init=False)
    play: PlayedHsds = field(default_factory=lambda: PlayedHsds([]))

    def answer(self, path: str, query: dict[str, str]) -> Answer:
        return self.play(path, query)

    def taken(
        self, play: PlayedHsds, *, killed_after: int = 10**6, source: str = "Riverside"
    ) -> ImportReport:
        self.play = play
        self.feed.asked.clear()
        left = [killed_after]

        def progress(count: int) -> None:
            left[0] -= count
            if left[0] <= 0:
                raise Killed

        network = PlayedNetwork(port=self.feed.port).network()
        with Fetcher(allowed=HERE, limits=QUICK, network=network) as fetcher:
            run_id = take_in_feed(
                SYSTEM, fetcher=fetcher, address=self.feed.base, source_name=source, progress=progress
            )
        return import_report(SYSTEM, run_id=run_id)

    def fetched(self) -> list[str]:
        """The single services that were asked for."""
        return [path for path in self.feed.paths() if path not in {"/", "/services"}]


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town()
    with fake_feed(town.answer) as town.feed:
        yield town


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.gone, report.not_taken


def test_a_feed_comes_in_with_its_raw_records_and_what_it_says_of_itself(town: Town) -> None:
    report = town.taken(PlayedHsds(FIVE))

    run = ImportRun.objects.get()
    assert counts(report) == (5, 0, 0, 0, 0)
    assert (run.file_name, run.version, run.profile) == (town.feed.base, "3.1", "https://profile.example/")
    assert [
        row.record for row in SourceRecord.objects.filter(kind="service").order_by("source_key")
    ] == sorted(FIVE, key=lambda body: str(body["id"]))
    assert Service.objects.count() == 5
    assert not CrawledRecord.objects.exists()


def test_a_second_time_changes_no_row_but_its_own_run(town: Town) -> None:
    town.taken(PlayedHsds(FIVE))
    before = all_rows()

    report = town.taken(PlayedHsds(FIVE))

    assert counts(report) == (0, 0, 5, 0, 0)
    assert all_rows() == before


def test_a_killed_crawl_goes_on_and_fetches_nothing_twice(town: Town) -> None:
    with pytest.raises(Killed):
        town.taken(PlayedHsds(FIVE), killed_after=3)
    first = town.fetched()

    report = town.taken(PlayedHsds(FIVE))

    assert len(first) == 3
    assert sorted(first + town.fetched()) == sorted(f"/services/{body['id']}" for body in FIVE)
    assert counts(report) == (5, 0, 0, 0, 0)
    assert ImportRun.objects.get().status == RunStatus.FINISHED
    assert not CrawledRecord.objects.exists()


def test_a_crawl_killed_between_two_batches_goes_on_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 2)
    with pytest.raises(Killed):
        town.taken(PlayedHsds(FIVE), killed_after=3)
    assert Service.objects.count() == 2

    report = town.taken(PlayedHsds(FIVE))

    assert len(town.fetched()) == 2
    assert counts(report) == (3, 0, 2, 0, 0)


def test_a_crawl_that_was_stopped_by_the_source_goes_on_too(town: Town) -> None:
    stop = Answer(status=429, headers={"Retry-After": "3600"})
    with pytest.raises(CrawlStopped):
        town.taken(PlayedHsds(FIVE, broken={f"/services/{FIVE[2]['id']}": stop}))

    report = town.taken(PlayedHsds(FIVE))

    assert len(town.fetched()) == 3
    assert counts(report) == (5, 0, 0, 0, 0)


def test_a_crawl_broken_off_long_ago_or_elsewhere_is_not_gone_on_with(town: Town) -> None:
    with clock.at(clock.now() - timedelta(days=8)), pytest.raises(Killed):
        town.taken(PlayedHsds(FIVE), killed_after=3)
    with pytest.raises(Killed):
        town.taken(PlayedHsds(FIVE), killed_after=3, source="Another")

    town.taken(PlayedHsds(FIVE))

    assert len(town.fetched()) == 5
    assert set(CrawledRecord.objects.values_list("run__source__name", flat=True)) == {"Another"}


def test_another_address_of_the_same_source_is_another_crawl() -> None:
    first, again, other = (
        start_crawl(SYSTEM, source_name="Riverside", address=address, version="", profile="")
        for address in ("https://one.example", "https://one.example", "https://two.example")
    )

    assert first == again != other


def test_what_the_feed_no_longer_lists_is_marked_and_never_deleted(town: Town) -> None:
    town.taken(PlayedHsds(FIVE))

    report = town.taken(PlayedHsds(FIVE[:4]))

    gone = Service.objects.get(name="Service 004")
    assert counts(report) == (0, 0, 4, 1, 0)
    assert service_page(NOBODY, service_id=gone.id).origin.is_gone


@pytest.mark.parametrize(
    "play",
    [
        PlayedHsds(FIVE, broken={f"/services/{FIVE[4]['id']}": Answer(status=500)}),
        PlayedHsds(FIVE, broken={f"/services/{FIVE[4]['id']}": Answer(status=404)}),
        PlayedHsds(FIVE[:4], page=lambda n: as_json({**envelope(FIVE[:4], n, 3), "total_items": 5})),
        PlayedHsds(FIVE, page=lambda n: Answer(status=500) if n == 2 else as_json(envelope(FIVE, n, 3))),
    ],
)
def test_one_failed_fetch_is_no_deletion(town: Town, play: PlayedHsds) -> None:
    town.taken(PlayedHsds(FIVE))

    report = town.taken(play)

    assert report.gone == 0
    assert report.not_taken >= 1
    assert not SourceRecord.objects.filter(gone_at__isnull=False).exists()


def test_a_feed_that_is_down_changes_nothing(town: Town) -> None:
    town.taken(PlayedHsds(FIVE))
    before = all_rows()

    with pytest.raises(NotFetched):
        town.taken(PlayedHsds([], page=lambda _number: Answer(status=500)))

    assert all_rows() == before


def test_a_bad_record_is_told_with_its_id_and_keeps_its_row(town: Town) -> None:
    town.taken(PlayedHsds(FIVE))
    worse: list[dict[str, Json]] = [{**FIVE[0], "status": "open"}, *FIVE[1:]]

    report = town.taken(PlayedHsds(worse))

    assert counts(report) == (0, 0, 4, 0, 1)
    assert report.not_taken_why == ((1, "status: “open” is not one of the words HSDS allows."),)


def test_ids_that_are_no_uuids_are_mapped_one_to_one_and_the_record_is_kept_as_it_came(town: Town) -> None:
    odd = [{**body, "id": f"service {number}"} for number, body in enumerate(FIVE)]
    town.taken(PlayedHsds(odd))
    before = all_rows()

    again = town.taken(PlayedHsds(odd))
    assert all_rows() == before
    fewer = town.taken(PlayedHsds(odd[:4], broken={"/services/service%200": Answer(status=500)}))

    assert counts(again) == (0, 0, 5, 0, 0)
    assert counts(fewer) == (0, 0, 3, 1, 1)
    kept = SourceRecord.objects.filter(kind="service").values_list("record", flat=True)
    assert sorted(one["id"] for one in kept) == [f"service {number}" for number in range(5)]


def test_only_who_may_import_may_take_in_a_feed(town: Town) -> None:
    town.play = PlayedHsds(FIVE)
    with Fetcher(allowed=HERE, limits=QUICK) as fetcher, pytest.raises(Denied):
        take_in_feed(
            NOBODY, fetcher=fetcher, address=town.feed.base, source_name="R", progress=lambda _n: None
        )

    assert not Service.objects.exists()


def mocks(variant: str) -> PlayedHsds:
    """A feed with the published answers of the UK validator's mock of that name."""
    folder = ORUK_MOCKS / f"OpenReferralApi/Mocks/V3.0-UK-{variant}"

    def told(name: str) -> Answer:
        return Answer(((folder / f"{name}.json").read_bytes(),))

    return PlayedHsds(
        [],
        root=told("api_details"),
        page=lambda _number: told("service_list"),
        one=lambda _key: told("service_full"),
    )


@needs_oruk_mocks
@pytest.mark.parametrize(
    ("variant", "why"),
    [
        ("Default", []),
        ("Warn", []),
        (
            "Fail",
            [
                "b644a0d2-9e8a-4c33-9390-ae9ee93fc056: The source gave something else",
                "e85f5bb0-62f0-42cc-a08a-0c5c16273090: The source gave something else",
                "Services in the list: 1 as the source says, 3 as it showed.",
            ],
        ),
        ("Test", ["Services in the list: 31 as the source says, 1 as it showed."]),
    ],
)
def test_the_published_uk_mocks_come_in_as_far_as_they_can(town: Town, variant: str, why: list[str]) -> None:
    first, second = town.taken(mocks(variant)), town.taken(mocks(variant))

    told = [sentence for _line, sentence in first.not_taken_why]
    assert [one.startswith(start) for one, start in zip(told, why, strict=True)] == [True] * len(why)
    assert counts(first) == (1, 0, 0, 0, len(why))
    assert counts(second) == (0, 0, 1, 0, len(why))
    assert ImportRun.objects.first().version == "HSDS-UK-3.0"
