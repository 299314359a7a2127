"""A referral's whole life over HTTP, as a navigator and a partner live it while web and worker are killed.

Each step is one form with its key. To add a step: a function here that sends it, and its row in EFFECTS
of kill_faults.py.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event as Flag

from kith.care.terms import NeedDomain
from tests.adversary.kill_browser import MOST_SECONDS, PAUSE_SECONDS, Browser, Page, Stopped
from tests.adversary.kill_diary import Diary
from tests.adversary.kill_mailbox import Mailbox
from tests.adversary.kill_town import CODE, PASSWORD, contact_of, navigator_of, service_of
from tests.browser.forms import Entries, Form


@dataclass(slots=True)
class Lane:
    """A navigator who has signed in, and a partner who comes by the links in the mail."""

    number: int
    base: str
    diary: Diary
    mailbox: Mailbox
    stop: Flag
    chance: random.Random
    opened: set[str] = field(default_factory=set)

    def browser(self) -> Browser:
        return Browser(self.base, self.diary, self.stop, self.chance)

    def run(self) -> None:
        """One life after the other, each another one of the four, until the test is over."""
        navigator, lives = self.browser(), 0
        while not self.stop.is_set():
            try:
                if lives == 0:
                    self._sign_in(navigator)
                Life(self, navigator, f"{self.number}-{lives}").live(ENDINGS[(self.number + lives) % 4])
            except Stopped:
                pass
            except Exception as error:
                self.diary.trouble(f"{navigator_of(self.number)}: {error!r}")
                raise
            lives += 1

    def _sign_in(self, navigator: Browser) -> None:
        page = navigator.look("/account/login/")
        who = {"login": navigator_of(self.number), "password": PASSWORD}
        navigator.send(page, page.form("login"), who, life="", step="sign_in")


class Life:
    """One person's request, from intake to one of the endings."""

    def __init__(self, lane: Lane, navigator: Browser, name: str) -> None:
        self.lane, self._navigator, self.name = lane, navigator, name
        self.person = self.referral = ""

    def live(self, rest: tuple[Callable[["Life"], None], ...]) -> None:
        for step in (take_in, set_name, reach, draft, ask, *rest):
            if self.lane.stop.is_set():
                return
            step(self)

    def look(self, address: str) -> Page:
        return self._navigator.look(address)

    def send(self, step: str, address: str, name: str, entries: Entries) -> str:
        """Open a page, fill in the form with the field `name`, and send it."""
        page = self.look(address)
        return self.press(step, page, page.form(name), entries)

    def press(self, step: str, page: Page, form: Form, entries: Entries) -> str:
        return self._navigator.send(page, form, entries, life=self.name, step=step)

    def open_mail(self, path: str, marks: str) -> tuple[Browser, Page]:
        """The page behind the next link with this path that holds `marks`: the right one of several mails."""
        partner, waited = self.lane.browser(), 0.0
        while waited < MOST_SECONDS:
            links = self.lane.mailbox.links_to(contact_of(self.lane.number), path=path)
            for link in [one for one in links if one not in self.lane.opened]:
                self.lane.opened.add(link)
                page = partner.look(link)
                if marks in page.html:
                    return partner, page
            if self.lane.stop.wait(PAUSE_SECONDS):
                raise Stopped
            waited += PAUSE_SECONDS
        self.lane.diary.trouble(f"{self.name}: no mail with {path} came for {MOST_SECONDS:.0f} s")
        raise Stopped


def alias_of(life: str) -> str:
    return f"Walker {life}."


def ask_words_of(life: str) -> str:
    return f"Company, walk {life}."


def take_in(life: Life) -> None:
    entries = {
        "alias": alias_of(life.name),
        "words": "I want company in the evening.",
        "ask_words": ask_words_of(life.name),
        "domain": NeedDomain.COMPANY.value,
        "languages": ["ar", "en"],
        "rough_area": "East Northgate",
        "times": "Tue or Thu, after 4 pm",
    }
    life.person = life.send("take_in", "/people/new/", "alias", entries)


def set_name(life: Life) -> None:
    life.send("set_name", f"{life.person}name/", "name", {"name": f"Amina {life.name}."})


def reach(life: Life) -> None:
    entries = {"ways": ["text"], "phone": "+44 7700 900142", "days": ["1", "3"]}
    life.send("reach", f"{life.person}reach/", "phone", entries)


def draft(life: Life) -> None:
    """Find the partner's service among those that fit the need."""
    services = found(r'href="(/needs/[^"]+/services/)"', life.look(life.person))
    page = life.look(services)
    service_id = found(rf'/services/([^/"]+)/"><bdi>{service_of(life.lane.number)}<', page)
    preview = life.press("draft", page, page.form("service_id", service_id), {})
    life.referral = preview.removesuffix("ask/")


def ask(life: Life) -> None:
    life.send("ask", f"{life.referral}ask/", "said", {"said": "yes"})


def say_yes(life: Life) -> None:
    partner, page = life.open_mail("/a/", ask_words_of(life.name))
    thanks = partner.send(page, page.form("answer", "yes"), {"answer": "yes"}, life=life.name, step="say_yes")
    partner.look(thanks)


def choose(life: Life) -> None:
    life.send("choose", f"{life.referral}choose/", "key", {})


def see_name(life: Life) -> None:
    """The link and the contact's own code, and then the name on this one device."""
    partner, page = life.open_mail("/n/", "for one named person")
    here = partner.send(page, page.form("code"), {"code": CODE}, life=life.name, step="see_name")
    if f"Amina {life.name}." not in partner.look(here).html:
        life.lane.diary.trouble(f"{life.name}: the name is not on the page that the code opened")


def meet(life: Life) -> None:
    life.send("meet", f"{life.referral}happened/", "happened", {"told_by": "Fatima", "happened": "met"})


def speak(life: Life) -> None:
    life.send("speak", f"{life.referral}word/", "helped", {"helped": "yes", "words": "I laughed again."})


def close(life: Life) -> None:
    page = life.look(life.referral)
    life.press("close", page, page.form_to("/close/"), {})


def withdraw(life: Life) -> None:
    life.send("withdraw", f"{life.referral}stop/", "key", {})


def found(pattern: str, page: Page) -> str:
    match = re.search(pattern, page.html)
    assert match is not None, f"{pattern} is not on {page.address}"
    return match[1]


ENDINGS: tuple[tuple[Callable[[Life], None], ...], ...] = (
    (say_yes, choose, see_name, meet, speak, close),
    (say_yes, withdraw),
    (),
    (say_yes, choose, see_name),
)
