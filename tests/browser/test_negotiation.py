"""An agreement that is being negotiated, in a real browser: every page of it, wide, on a phone and in Arabic."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from kith.accounts.models import User
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.add_clause import add_clause
from kith.partnerships.actions.change_clause import change_clause
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.say_about_clause import say_about_clause
from kith.partnerships.actions.write_counter_draft import write_counter_draft
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.stated import OF_ALL
from kith.partnerships.wording import Promise
from tests.browser.sweep import in_language, look_at, window
from tests.factories.partnerships import a_member, a_partner, an_organization, make_host
from tests.partnerships.drafts import BODIES, a_draft, kept, owed_by

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("KITH_PICTURES", "")


@dataclass(frozen=True, slots=True)
class Negotiated:
    """An agreement with every kind of clause, a counter-proposal on the table, and our draft that came too late."""

    manager: Viewer
    agreement_id: UUID
    clause_key: UUID

    def at(self, name: str, **more: object) -> str:
        return reverse(name, kwargs={"agreement_id": self.agreement_id, **more})

    def pages(self) -> dict[str, str]:
        return {
            "agreement": self.at("agreement_page"),
            "draft": self.at("agreement_version", number=2),
            "compare": self.at("compare_versions") + "?old=1&new=3",
            "text": self.at("version_text", number=3),
            "talk": self.at("say_about_clause", clause_key=self.clause_key),
            "choose": self.at("choose_clause"),
            "words": self.at("change_words"),
            "short": self.at("change_draft"),
            "add-route": self.at("add_clause", clause_kind="referral_route"),
            "add-payment": self.at("add_clause", clause_kind="payment"),
            "change": self.at("change_clause", clause_key=self.clause_key),
            "propose": reverse("propose_agreement"),
        }


@pytest.fixture
def negotiated() -> Negotiated:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    mosque = a_partner(manager, "Al-Noor Mosque")
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)
    agreement_id = a_draft(manager, mosque, promises=(Promise(mosque, 2),))
    present = {clause.kind for clause in kept(agreement_id)}
    for body in BODIES:
        if body.kind not in present:
            clause = owed_by(None if body.kind in OF_ALL else mosque, body)
            add_clause(manager, agreement_id=agreement_id, clause=clause)
    propose_draft(manager, agreement_id=agreement_id)
    for writer, days in ((manager, 3), (theirs, 4)):
        write_counter_draft(writer, agreement_id=agreement_id)
        _promise(writer, agreement_id, days)
    propose_draft(theirs, agreement_id=agreement_id)
    key = kept(agreement_id)[0].key
    for who, text in ((theirs, "Fatima is here on three days."), (manager, "Fine with us.")):
        say_about_clause(who, agreement_id=agreement_id, number=3, clause_key=key, text=text)
    return Negotiated(manager, agreement_id, key)


def _promise(writer: Viewer, agreement_id: UUID, days: int) -> None:
    seen = kept(agreement_id)[0]
    slower = replace(seen, body=ResponsePromise(days=days, urgent_hours=4))
    change_clause(writer, agreement_id=agreement_id, clause=slower, seen_digest=seen.digest)


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer, negotiated: Negotiated) -> Iterator[Page]:
    """The manager's window."""
    client = Client()
    client.force_login(User.objects.get(pk=negotiated.manager.user_id))
    with window(chromium, live_server.url, client=client, width=1280) as found:
        yield found.new_page()


def test_each_page_of_a_negotiation_can_be_read_and_used(
    page: Page, live_server: LiveServer, negotiated: Negotiated
) -> None:
    faults = []
    for name, address in negotiated.pages().items():
        for language in ("en", "ar"):
            faults += look_at(page, live_server.url, in_language(address, language))
            _picture(page, f"{name}-{language}")

    assert not faults, "\n".join(faults)


def _picture(page: Page, name: str) -> None:
    if not PICTURES:
        return
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
