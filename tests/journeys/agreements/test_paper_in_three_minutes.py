"""A paper that was signed by hand, with five clauses: what it asks of who takes it in, and the other side's yes."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.agreements.days import Days
from tests.journeys.agreements.effort import AT_A_DESK
from tests.journeys.agreements.hand import Hand, at_a_desk, on_a_phone
from tests.journeys.agreements.papers import TITLE, a_scan
from tests.journeys.agreements.town import HOUSING, MOSQUE

pytestmark = pytest.mark.django_db(transaction=True)
THREE_MINUTES = 180
CLAUSES = ("Answers in time", "What may be told", "Keeps places free", "Meetings", "Looking at it again")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_paper_with_five_clauses_is_in_force_in_three_minutes(
    chromium: Browser, days: Days, tmp_path: Path, scripts: bool
) -> None:
    with at_a_desk(chromium, days.base, HOUSING.email, scripts=scripts) as sahra:
        adopt(sahra, days, tmp_path)
        print(sahra.effort.said(AT_A_DESK))
        assert len(sahra.effort.pages) == 3
        assert sahra.effort.fields <= 14
        assert sahra.effort.taps <= 22
        assert sahra.effort.words <= 320
        assert sahra.effort.seconds(AT_A_DESK) <= THREE_MINUTES
        with on_a_phone(chromium, days.base, scripts=scripts) as fatima:
            confirm(fatima, days)
        sahra.page.reload()
        sahra.sees(f"Confirmed by {MOSQUE.contact}, {MOSQUE.name}")


def adopt(sahra: Hand, days: Days, folder: Path) -> None:
    """One page from the list of agreements; five clauses; in force. It ends with the sentence that says so."""
    sahra.follow("Agreements", within=".nav")
    sahra.follow("Take in one on paper")
    sahra.give_file("The signed paper", a_scan(folder))
    sahra.write("Signed on", days.today())
    sahra.write("Title", TITLE)
    sahra.write("Last day", days.today() + timedelta(days=365))
    sahra.choose("does this:", "Takes requests", at=sahra.row(MOSQUE.name))
    sahra.write("answers within so many working days:", 2, at=sahra.row(MOSQUE.name))
    sahra.unfold("What else it says")
    sahra.tick("What the person needs", "The languages", "Their name", "How to reach them")
    sahra.write("Places kept free", 3)
    sahra.choose("Who keeps them", MOSQUE.name)
    sahra.write("We meet every so many weeks", 6)
    sahra.write("We look at it again every so many months", 6)
    sahra.press("Take it in", reads=".messages")
    sahra.sees("The paper is kept and the agreement is in force.", *CLAUSES)


def confirm(fatima: Hand, days: Days) -> None:
    """The other side looks at the paper and says yes, by the link in her mail, without an account."""
    fatima.open(days.link(MOSQUE.email, "/p/"))
    with fatima.page.expect_download() as copy:
        fatima.page.get_by_role("link", name="Look at the paper").click()
    assert copy.value.path().read_bytes().startswith(b"%PDF")
    fatima.press("Yes, this is the paper")
    fatima.sees("You have said that this is the paper.")
