"""The page about matching says the numbers that are used."""

from dataclasses import asdict
from pathlib import Path

from kith.matching.weights import SEARCH_WEIGHTS, WEIGHTS

PAGE = Path(__file__).parents[2] / "docs/explanation/matching.md"
SHARES = ("codes", "nearness", "times", "quality", "places", "near_codes", "wishes")


def test_the_page_says_what_counts_in_a_search() -> None:
    text = PAGE.read_text("utf-8")

    assert f"{SEARCH_WEIGHTS.words} parts words" in text
    assert f"{SEARCH_WEIGHTS.near} parts nearness" in text
    assert f"{SEARCH_WEIGHTS.no_place // 10_000} of 100 of it without a place" in text
    assert f"{SEARCH_WEIGHTS.quality} parts how far the listing" in text
    assert f"counts {SEARCH_WEIGHTS.longer} of 100" in text


def test_the_page_says_what_counts_in_a_match() -> None:
    rows = [
        line.split("|")[1].strip() for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| 0.")
    ]

    assert rows == [f"{asdict(WEIGHTS)[share]:.2f}" for share in SHARES]
