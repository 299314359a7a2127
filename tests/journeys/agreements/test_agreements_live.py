"""An agreement as it lives: something changes for a while, one of seven leaves, a year is over."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.agreements.days import Days
from tests.journeys.agreements.hand import Hand, at_a_desk, on_a_phone
from tests.journeys.agreements.papers import TITLE, take_in_a_paper
from tests.journeys.agreements.town import HOUSING, LAWYERS, MOSQUE, PLACES

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_variation_is_asked_for_and_agreed(chromium: Browser, days: Days, tmp_path: Path) -> None:
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        take_in_a_paper(sahra, days, others=[LAWYERS], folder=tmp_path)
        with at_a_desk(chromium, days.base, LAWYERS.email) as peter:
            how_it_goes(peter)
            peter.follow("Change this for a while")
            peter.write("Within so many of our working days", 5)
            peter.write("Up to and including", days.today() + timedelta(days=14))
            peter.choose("Why", "People are away")
            peter.write("In your words", "Two of us are at a course.")
            peter.press("Ask the others")
            peter.sees("Until they agree, all stays as it is.", f"Waits for: {HOUSING.name}")
        sahra.open(days.link(HOUSING.email, "/agreements/"))
        sahra.sees("Two of us are at a course.")
        sahra.follow("Answer this")
        sahra.tick("Yes, we agree")
        sahra.press("Send the answer")
        sahra.sees("Your answer is noted.", "within 5 of its own working days")
    assert [mail for mail in days.mails_to(LAWYERS.email) if "changed for a while, as agreed" in mail]


def test_one_of_seven_leaves_and_the_others_go_on(chromium: Browser, days: Days, tmp_path: Path) -> None:
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        take_in_a_paper(sahra, days, others=PLACES[1:], folder=tmp_path)
    with at_a_desk(chromium, days.base, LAWYERS.email) as peter:
        how_it_goes(peter)
        peter.follow("Leave it")
        peter.write("Our last day", days.today() + timedelta(days=10))
        peter.write("A word to the others", "We move to another town. Thank you all.")
        peter.press("Say that we leave")
        peter.sees("Your last day is noted.", "We move to another town.")
    assert [mail for mail in days.mails_to(HOUSING.email) if f"{LAWYERS.name} leaves an agreement" in mail]
    days.pass_by(11)
    heard = [mail for mail in days.mails_to(MOSQUE.email) if f"{LAWYERS.name} leaves our agreement" in mail]
    assert len(heard) == 1
    with at_a_desk(chromium, days.base, LAWYERS.email) as peter:
        peter.follow("Agreements", within=".nav")
        peter.sees("We have left")
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        sahra.follow("Agreements", within=".nav")
        sahra.sees("In force")
        sahra.follow("Partners", within=".nav")
        sahra.follow(MOSQUE.name)
        sahra.sees("within 2 of their own days")
        sahra.follow("All partners")
        sahra.follow(LAWYERS.name)
        sahra.sees("No agreement is in force between us today.")


def test_a_review_comes_near_and_the_agreement_is_renewed(
    chromium: Browser, days: Days, tmp_path: Path
) -> None:
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        take_in_a_paper(sahra, days, others=[MOSQUE], folder=tmp_path, review_in=40, ends_in=100)
    days.pass_by(27)
    reminded = [mail for mail in days.mails_to(MOSQUE.email) if "we look together at our agreement" in mail]
    assert reminded
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        note_the_review(sahra, days)
        renew(sahra, days)
        with on_a_phone(chromium, days.base) as fatima:
            fatima.open(days.link(MOSQUE.email, "/g/"))
            fatima.sees("It goes on as it is until all have signed these words.")
            sign_by_link(fatima)
        sahra.follow("Agreements", within=".nav")
        sahra.follow(TITLE)
        sahra.sees("In force", "Signed by all, these words count")
    days.pass_by(100)
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        sahra.follow("Agreements", within=".nav")
        sahra.sees("In force")


def note_the_review(sahra: Hand, days: Days) -> None:
    """The list says that it comes near; what they found is kept for all."""
    sahra.follow("Agreements", within=".nav")
    sahra.sees("look at it together on")
    sahra.follow(TITLE, within=".notice")
    sahra.follow("Note what you found")
    sahra.tick(HOUSING.name, MOSQUE.name)
    sahra.write("What works", "Answers come, and people know each other.")
    sahra.press("Keep it")
    sahra.sees("What you found is kept.", "Answers come, and people know each other.")


def renew(sahra: Hand, days: Days) -> None:
    """The same words for a year more, offered and signed by her."""
    sahra.follow("Renew it as it is")
    sahra.write("Your name", HOUSING.contact)
    sahra.write("Your role", "Adviser")
    sahra.press("Offer it and sign")
    sahra.sees("The renewal is offered, and signed by you.")


def sign_by_link(fatima: Hand) -> None:
    """She has read the same words before."""
    fatima.write("Your name", MOSQUE.contact)
    fatima.write("What you do there", "Coordinator")
    fatima.tick("We agree to these words")
    fatima.press("Yes, we sign")
    fatima.sees("You have signed for your organisation.")


def how_it_goes(hand: Hand) -> None:
    """From the list to the page of how it goes."""
    hand.follow("Agreements", within=".nav")
    hand.follow(TITLE)
    hand.follow("How it goes")
