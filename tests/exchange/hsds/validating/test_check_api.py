"""An interface is checked by its first, second, middle and last page and by samples; each lie is found."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kith.exchange.fetching.errors import AddressNotAllowed
from kith.exchange.hsds.validating.check_api import check_api
from kith.exchange.hsds.validating.errors import CannotRead
from kith.exchange.hsds.validating.finding import Severity
from kith.exchange.hsds.validating.tally import Tally
from tests.exchange.hsds.validating.checks import WISH, faults, findings, kinds
from tests.exchange.hsds.validating.feed import BASE, UK_ROOT, Feed, nothing
from tests.exchange.hsds.validating.sound import Body, put
from tests.factories.published import ORUK_MOCKS, needs_oruk_mocks


def check(feed: Feed) -> Tally:
    return check_api(BASE, feed.ask, WISH)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 11, 12])
def test_a_sound_feed_has_no_finding(count: int) -> None:
    tally = check(Feed(count))

    assert list(findings(tally)) == []


def test_it_asks_for_few_pages_and_samples_however_long_the_list_is() -> None:
    feed = Feed(90)

    check(feed)

    pages = [path for path in feed.asked if path.startswith("/services?")]
    assert pages == [f"/services?page={number}" for number in (1, 2, 15, 30, 31)]
    assert len([path for path in feed.asked if path.startswith("/services/")]) == 8


def spoil(path: str, **changes: object) -> Callable[[str, Body], object]:
    """Answers with other fields at one path."""
    return lambda asked, answer: {**answer, **changes} if asked == path else answer


@pytest.mark.parametrize(
    "spoilt, kind",
    [
        (
            lambda _path, answer: put(answer, "/page_number", 1) if "page_number" in answer else answer,
            "other-page",
        ),
        (spoil("/services?page=4", total_items=12), "totals-differ"),
        (spoil("/services?page=1", size=3, total_items=10), "totals-differ"),
        (spoil("/services?page=1", total_pages="4"), "envelope-field"),
        (spoil("/services?page=1", total_pages=10**15), "envelope-field"),
        (spoil("/services?page=1", first_page=False), "page-flag"),
        (spoil("/services?page=1", contents=None), "envelope-field"),
        (spoil("/", version=None), "root-field"),
        (spoil("/", openapi_url="feed.example"), "root-field"),
        (spoil("/services/00000000-0000-0000-0000-000000000001", id="other"), "other-record"),
        (spoil("/services/00000000-0000-0000-0000-000000000001", name="Other talks"), "same-id-differs"),
        (spoil("/services/00000000-0000-0000-0000-000000000001", status="open"), "unknown-word"),
        (lambda path, answer: [answer] if path == "/services?page=2" else answer, "other-answer"),
        (lambda path, answer: nothing(500) if path.startswith("/services/") else answer, "no-answer"),
        (lambda path, answer: nothing(503) if path == "/services?page=2" else answer, "no-answer"),
        (lambda path, answer: nothing(500) if path.startswith("/organizations") else answer, "no-answer"),
        (lambda path, answer: nothing() if path == "/" else answer, "no-answer"),
    ],
)
def test_a_lie_of_the_feed_is_a_fault(spoilt: Callable[[str, Body], object], kind: str) -> None:
    feed = Feed()
    feed.spoilt = spoilt

    assert kind in {found for found, _part, _line, _pointer in faults(check(feed))}


def paged(feed: Feed, records: Callable[[int], list[Body]], **changes: object) -> None:
    """Let the pages of services hold other records than they should."""
    plain = feed.page

    def page(whole: list[Body], number: int) -> Body:
        answer = plain(whole, number)
        if whole is feed.lists["services"]:
            held = records(number)
            answer |= {"contents": held, "size": len(held), "empty": not held, **changes}
        return answer

    feed.page = page  # type: ignore[method-assign]


def test_pages_that_overlap_by_one_record_are_found() -> None:
    feed = Feed()
    services = feed.lists["services"]
    paged(feed, lambda number: services[max(0, (number - 1) * 3 - 1) : number * 3 - (number > 1)])

    assert {kind for kind, *_rest in faults(check(feed))} >= {"pages-overlap"}


def test_pages_that_leave_records_out_are_found() -> None:
    feed = Feed()
    services = feed.lists["services"]
    paged(feed, lambda number: services[(number - 1) * 3 : number * 3][: 1 if number == 4 else 3])

    assert {kind for kind, *_rest in faults(check(feed))} == {"pages-miss"}


def test_a_list_without_end_is_found() -> None:
    feed = Feed(12)
    services = feed.lists["services"]
    paged(feed, lambda number: services[:3] if number > 4 else services[(number - 1) * 3 : number * 3])

    assert {kind for kind, *_rest in faults(check(feed))} == {"pages-without-end"}


def test_an_empty_feed_is_a_warning() -> None:
    tally = check(Feed(0))

    assert tally.counts[Severity.WARNING, "empty-list"] == 1
    assert faults(tally) == []


@pytest.mark.parametrize(
    "path, is_needed_in_the_uk",
    [
        ("service_at_locations", True),
        ("taxonomies", True),
        ("taxonomy_terms", True),
        ("organizations", False),
    ],
)
def test_the_uk_profile_needs_addresses_that_the_standard_does_not(
    path: str, is_needed_in_the_uk: bool
) -> None:
    plain, uk = Feed(), Feed(root=UK_ROOT)
    del plain.lists[path], uk.lists[path]

    assert [one.severity for one in findings(check(plain))] == [Severity.NOTE]
    assert bool(faults(check(uk))) is is_needed_in_the_uk


def test_fields_of_a_declared_profile_are_warnings() -> None:
    feed = Feed()
    feed.lists["services"] = [put(one, "/shoe_size", 9) for one in feed.lists["services"]]

    assert {one.severity for one in findings(check(feed)) if one.kind == "extra-field"} == {Severity.WARNING}
    del feed.root["profile"]
    assert {one.severity for one in findings(check(feed)) if one.kind == "extra-field"} == {Severity.FAULT}


def test_the_address_of_a_list_is_not_the_address_of_a_feed() -> None:
    feed = Feed()
    feed.spoilt = lambda path, answer: feed.page([], 1) if path == "/" else answer

    with pytest.raises(CannotRead, match="without “/services”"):
        check(feed)


def test_a_feed_that_answers_nothing_cannot_be_read() -> None:
    feed = Feed()
    feed.spoilt = lambda _path, _answer: nothing(502)

    with pytest.raises(CannotRead, match="502"):
        check(feed)


def test_an_inside_address_is_not_asked_a_second_time() -> None:
    asked: list[str] = []

    def ask(address: str) -> object:
        asked.append(address)
        raise AddressNotAllowed("We did not go there.")

    with pytest.raises(CannotRead, match="did not go there"):
        check_api(BASE, ask, WISH)  # type: ignore[arg-type]

    assert asked == [f"{BASE}/"]


MOCKS = ORUK_MOCKS / "OpenReferralApi" / "Mocks"
FILES = {"services": "service", "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term"}


def mocked(folder: Path) -> Callable[[str], object]:
    """The UK validator's own answers, as its server gives them."""

    def ask(address: str) -> object:
        path = address.removeprefix(BASE).strip("/")
        name, is_list = path.split("/")[0].split("?")[0], "?" in path
        stem = FILES.get(name, name.removesuffix("s"))
        ends = ["_list"] if is_list else ["_full", ""]
        files = [folder / f"{stem if path else 'api_details'}{end}.json" for end in ends]
        file = next((file for file in files if file.is_file()), None)
        return json.loads(file.read_text("utf-8-sig")) if file else nothing()

    return ask


@needs_oruk_mocks
@pytest.mark.parametrize(
    "name, expected",
    [
        (
            "Warn",
            {"page-flag", "own-parent", "missing-field", "web-address-shape", "other-page", "pages-overlap"},
        ),
        (
            "Fail",
            {"root-field", "page-size", "page-total", "missing-field", "email-shape", "web-address-shape"},
        ),
        ("Test", {"page-size", "page-total"}),
    ],
)
def test_the_uk_validators_feeds_get_the_verdict_they_were_made_for(name: str, expected: set[str]) -> None:
    tally = check_api(BASE, mocked(MOCKS / f"V3.0-UK-{name}"), WISH)  # type: ignore[arg-type]

    assert kinds(tally) >= expected
