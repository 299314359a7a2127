"""From an issue to an agreement that three have signed, and to a referral that follows it."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from tests.journeys.agreements.days import Days
from tests.journeys.agreements.hand import Hand, at_a_desk, on_a_phone
from tests.journeys.agreements.town import HOUSING, LAW_HELP, LAWYERS, MOSQUE, NAVIGATOR

pytestmark = pytest.mark.django_db(transaction=True)
ISSUE = "Who loses their home loses their friends and their rights in the same week."
TITLE = "A home, a welcome and your rights"
TOLD = ("What the person needs", "The languages", "The part of town", "Their name", "How to reach them")
A_YEAR = timedelta(days=365)


def test_three_parties_from_an_issue_to_an_answer_in_time(chromium: Browser, days: Days) -> None:
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra, on_a_phone(chromium, days.base) as phone:
        with at_a_desk(chromium, days.base, NAVIGATOR) as jo:
            take_somebody_in(jo)
        set_the_table(sahra)
        draft_and_propose(sahra, days)
        ask_for_more_days(phone, days)
        with at_a_desk(chromium, days.base, LAWYERS.email) as peter:
            doubt_the_route(peter, days)
            change_the_route(sahra)
            sign(peter, LAWYERS.contact, "Solicitor")
        sign_by_link(phone, days)
        sign(sahra, HOUSING.contact, "Adviser")
        sahra.sees("In force")
        with at_a_desk(chromium, days.base, NAVIGATOR) as jo:
            ask_by_the_agreed_route(jo, days)
        days.pass_by(1)
        answer_in_time(phone, days)
    with at_a_desk(chromium, days.base, NAVIGATOR) as jo:
        hear_the_answer(jo)
    days.work()
    with at_a_desk(chromium, days.base, HOUSING.email) as sahra:
        read_what_became_of_the_promise(sahra)


def take_somebody_in(jo: Hand) -> None:
    """An alias and one need. The lawyers are in the directory; without an agreement they cannot be asked here."""
    jo.follow("My list", within=".nav")
    jo.follow("Add a person")
    jo.write("What may we call them?", "Heron")
    jo.write("What would help, in their words", "The landlord wants us out and I cannot read the letter.")
    jo.choose("What is it about?", "Help with the law or forms")
    jo.write("How we put it to a partner", "Somebody to read a letter from a landlord")
    jo.press("Add")
    jo.follow("Find who will say yes")
    jo.sees(LAW_HELP)
    assert not jo.page.get_by_role("button", name="Read and ask").count()


def set_the_table(sahra: Hand) -> None:
    """An issue in her words; the mosque and the lawyers sit down."""
    sahra.follow("Agreements", within=".nav")
    sahra.follow("Our partnerships")
    sahra.follow("Begin from an issue")
    sahra.write("What should change?", ISSUE)
    sahra.write("What we call this partnership", "A roof first")
    sahra.tick("The person", "The neighbourhood")
    sahra.choose(MOSQUE.name, "Takes requests")
    sahra.choose(LAWYERS.name, "Gives advice when asked")
    sahra.press("Set the table")
    sahra.sees(ISSUE, MOSQUE.name, LAWYERS.name)


def draft_and_propose(sahra: Hand, days: Days) -> None:
    """The short form, one clause more, and before the others."""
    sahra.follow("Draft an agreement")
    sahra.write("Title", TITLE)
    sahra.write("What it is for", "A bed, company and a lawyer in the same week.")
    sahra.tick(*TOLD)
    sahra.write("First day", days.today())
    sahra.write("Last day", days.today() + A_YEAR)
    for name in (MOSQUE.name, LAWYERS.name):
        sahra.write("answers within so many working days:", 2, at=sahra.row(name))
    sahra.press("Keep it as a draft")
    sahra.follow("Add a clause")
    sahra.follow("Takes requests from")
    sahra.choose("Who", LAWYERS.name)
    sahra.choose("For which service", f"{LAW_HELP}: {LAWYERS.name}")
    sahra.tick(HOUSING.name, at=sahra.row("Takes requests from"))
    sahra.press("Keep this clause")
    sahra.press("Propose it to all parties")
    sahra.sees("Waits for our signature")


def ask_for_more_days(fatima: Hand, days: Days) -> None:
    """She has two days a week: her number, by the link in her mail."""
    fatima.open(days.link(MOSQUE.email, "/g/"))
    fatima.unfold("We want other words")
    fatima.write("Another number", 3)
    fatima.press("Send what we want")
    fatima.sees("You can still sign.", "within 3 of its own working days")


def doubt_the_route(peter: Hand, days: Days) -> None:
    """What he thinks of one clause, beside it."""
    assert [mail for mail in days.mails_to(LAWYERS.email) if MOSQUE.name in mail]
    peter.follow("Agreements", within=".nav")
    peter.follow(TITLE)
    peter.follow("Talk about it", about="Takes requests from")
    peter.write("What do you think?", "The mosque sends us people, too. Please name both.")
    peter.press("Say it")


def change_the_route(sahra: Hand) -> None:
    """She reads it, writes the clause anew, and puts it on the table with the mosque's three days."""
    sahra.follow("Agreements", within=".nav")
    sahra.follow(TITLE)
    sahra.sees("within 3 of its own working days")
    sahra.follow("1 open remark", about="Takes requests from")
    sahra.sees("Please name both.")
    sahra.follow("Back to the agreement")
    sahra.press("Propose other words")
    sahra.follow("Change", about="Takes requests from")
    sahra.tick(MOSQUE.name, at=sahra.row("Takes requests from"))
    sahra.press("Keep this clause")
    sahra.press("Propose it to all parties")
    sahra.follow("How version 3 differs from version 2")
    sahra.sees(f"and {MOSQUE.name}.", "3 clauses stay as they were.")


def sign(hand: Hand, name: str, role: str) -> None:
    """Read the words that lie there, and sign them."""
    hand.follow("Agreements", within=".nav")
    hand.follow(TITLE)
    hand.sees("within 3 of its own working days", f"Takes requests from {HOUSING.name} and {MOSQUE.name}.")
    hand.write("Your name", name)
    hand.write("Your role", role)
    hand.tick("We agree to these words.")
    hand.press("Agree and sign")


def sign_by_link(fatima: Hand, days: Days) -> None:
    """Other words came by mail: the newest link, on the phone."""
    fatima.open(days.link(MOSQUE.email, "/g/"))
    fatima.sees("within 3 of its own working days")
    fatima.write("Your name", MOSQUE.contact)
    fatima.write("What you do there", "Coordinator")
    fatima.tick("We agree to these words")
    fatima.press("Yes, we sign")
    fatima.sees("You have signed for your organisation.")


def ask_by_the_agreed_route(jo: Hand, days: Days) -> None:
    """Now they can be asked: the clock is the one of the clause, what leaves is what the scope allows."""
    jo.follow("My list", within=".nav")
    jo.follow("See the people you help")
    jo.follow("Heron")
    jo.follow("Find who will say yes")
    jo.press("Read and ask", about=LAW_HELP)
    promised = days.today() + timedelta(days=2)
    jo.sees("An answer within 2 of their days.", f"{promised:%A} {promised.day} {promised:%B}")
    jo.tick("Yes")
    jo.press("Save, and ask")
    jo.sees("Asked, no name given")


def answer_in_time(phone: Hand, days: Days) -> None:
    """The lawyer's mail says by when; one tap."""
    phone.open(days.link(LAWYERS.email, "/a/"))
    promised = days.today() + timedelta(days=1)
    phone.sees("Somebody to read a letter from a landlord", f"{promised:%A} {promised.day} {promised:%B}")
    phone.sees_no("Heron")
    phone.press("Yes, we can")
    phone.sees("Thank you")


def hear_the_answer(jo: Hand) -> None:
    """On her list, with the next step."""
    jo.follow("My list", within=".nav")
    jo.sees("said yes", "chooses now")


def read_what_became_of_the_promise(sahra: Hand) -> None:
    """Asked once, answered in time once; the lawyers read the same figures."""
    sahra.follow("Partners", within=".nav")
    sahra.follow(LAWYERS.name)
    asked = sahra.page.get_by_role("row", name="Answers in time").first
    assert asked.locator("[data-label='Asked']").inner_text() == "1"
    assert asked.locator("[data-label='Answered in time']").inner_text() == "1"
