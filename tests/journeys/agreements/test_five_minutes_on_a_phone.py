"""The mosque's coordinator: understands a proposal on her phone and answers it, without an account, in five minutes.

She reads the mail and all that the page shows; the full text, folded away, says the same once more.
"""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from tests.journeys.agreements.days import Days
from tests.journeys.agreements.effort import SLOW_ON_A_PHONE, WORD
from tests.journeys.agreements.hand import Hand, at_a_desk, on_a_phone
from tests.journeys.agreements.town import HOUSING, LAWYERS, MOSQUE

pytestmark = pytest.mark.django_db(transaction=True)
FIVE_MINUTES = 300


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_she_reads_the_proposal_and_signs_in_five_minutes(
    chromium: Browser, days: Days, scripts: bool
) -> None:
    with at_a_desk(chromium, days.base, HOUSING.email, scripts=scripts) as sahra:
        propose_to_two(sahra, days)
    with on_a_phone(chromium, days.base, scripts=scripts) as fatima:
        read_the_mail(fatima, days)
        fatima.open(days.link(MOSQUE.email, "/g/"))
        fatima.sees(
            "walnut", "What we would do", "within 2 of its own working days", "What the others would do"
        )
        fatima.write("Your name", MOSQUE.contact)
        fatima.write("What you do there", "Coordinator")
        fatima.tick("We agree to these words")
        fatima.press("Yes, we sign")
        fatima.sees("You have signed for your organisation.")
        print(fatima.effort.said(SLOW_ON_A_PHONE))
    assert len(fatima.effort.pages) == 2
    assert fatima.effort.fields == 3
    assert fatima.effort.words <= 420
    assert fatima.effort.seconds(SLOW_ON_A_PHONE) <= FIVE_MINUTES


def propose_to_two(sahra: Hand, days: Days) -> None:
    """The quick way: who takes part, what may be told, how soon each answers."""
    sahra.follow("Agreements", within=".nav")
    sahra.follow("Propose an agreement")
    sahra.write("Title", "A home, a welcome and your rights")
    sahra.write("What it is for", "A bed, company and a lawyer in the same week.")
    sahra.tick("What the person needs", "The languages", "Their name", "How to reach them")
    sahra.write("Talk about it again on", days.today() + timedelta(days=180))
    sahra.write("Last day", days.today() + timedelta(days=365))
    for name in (MOSQUE.name, LAWYERS.name):
        sahra.choose("does this:", "Takes requests", at=sahra.row(name))
        sahra.write("answers within so many working days:", 2, at=sahra.row(name))
    sahra.press("Propose it to all parties")


def read_the_mail(fatima: Hand, days: Days) -> None:
    """All of it, before she opens the link; the address itself is no reading."""
    mail = days.mails_to(MOSQUE.email)[-1]
    fatima.effort.words += sum(len(WORD.findall(part)) for part in mail.split() if "://" not in part)
    fatima.effort.taps += 1
