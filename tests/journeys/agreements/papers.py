"""An agreement that was signed by hand, taken in on its page."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from kith.cli.demo_town.paper import paper_with
from tests.journeys.agreements.days import Days
from tests.journeys.agreements.hand import Hand
from tests.journeys.agreements.town import Place

TITLE = "Food, company and a lawyer"


def a_scan(folder: Path) -> Path:
    """The file on somebody's machine."""
    path = folder / "mou.pdf"
    path.write_bytes(paper_with("Signed by all of us"))
    return path


def take_in_a_paper(
    hand: Hand, days: Days, *, others: Sequence[Place], folder: Path, review_in: int = 180, ends_in: int = 365
) -> None:
    """The file, its dates, and what each promised: in force at once."""
    hand.follow("Agreements", within=".nav")
    hand.follow("Take in one on paper")
    hand.give_file("The signed paper", a_scan(folder))
    hand.write("Signed on", days.today())
    hand.write("Title", TITLE)
    hand.write("Talk about it again on", days.today() + timedelta(days=review_in))
    hand.write("Last day", days.today() + timedelta(days=ends_in))
    for one in others:
        hand.choose("does this:", "Takes requests", at=hand.row(one.name))
        hand.write("answers within so many working days:", 2, at=hand.row(one.name))
    hand.press("Take it in")
    hand.sees("The paper is kept and the agreement is in force.", "In force")
