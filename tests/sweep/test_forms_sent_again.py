"""Whoever never saw the answer to a form sends the same form again: it leads where the first one led.

Every form on every page of the town, filled in with what is plausible, sent twice by somebody who may send
it; the cookies of the first answer are lost with it.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from http.cookies import SimpleCookie
from urllib.parse import urljoin

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

from kith.core import clock
from tests.browser.forms import Form, forms_of
from tests.browser.routes import Route, Seat, routes, seat_of
from tests.browser.town import CONTACT_CODE, PASSWORD, Town, load_town
from tests.environment import TEST_SCALE
from tests.factories.site import is_postgres

LEAST = 45
NEW_PASSWORD = "three green lamps"
# Where the second answer is another one, and why that is right.
SAYS_SO = {
    "account_login": "a wrong password is a try each time",
    "account_change_password": "the first one ended the session: sign in with the new password",
    "account_reauthenticate": "the first one gave the session a new name: sign in again",
    "sign_out_everywhere": "the first one ended the session",
    "close_mine": "the first one ended the session, with the page that it opened",
    "open_portal": "the link is shown once; the second answer says how to make another",
    "name_code": "the code is shown once; the second answer is the page on which another is made",
    "mfa_deactivate_totp": "the codes are off, and their page with them",
    "answer_ask pause": "a pause says that it was said before",
    "answer_name": "a code that did not fit is one try; the second answer is the page as it is",
}


@pytest.fixture
def town(cache_table: None) -> Iterator[Town]:
    logging.disable(logging.CRITICAL)
    yield load_town()
    logging.disable(logging.NOTSET)


def test_every_form_sent_again_leads_where_the_first_one_led(town: Town) -> None:
    led, faults = set[str](), list[str]()
    for route in asked():
        seat = seat_of(route, town.samples, town.browsers)
        if isinstance(seat, Seat):
            for name, first, again in sent_twice(town.browsers[seat.who], seat):
                led |= {name} if leads_on(first) else set()
                if again.status_code >= 500 or (name not in SAYS_SO and told(first) != told(again)):
                    faults.append(f"{name} on {route.name}: {told(first)}, then {told(again)}")

    assert not faults, "\n".join(faults)
    assert len(led) >= (LEAST if len(asked()) == len(routes()) else LEAST // 4), sorted(led)


def asked() -> list[Route]:
    """All pages; on PostgreSQL a quick run asks every third, as the same forms decide on both."""
    is_quick = TEST_SCALE < 1 and is_postgres()
    return routes()[::3] if is_quick else routes()


def sent_twice(client: Client, seat: Seat) -> Iterator[tuple[str, HttpResponse, HttpResponse]]:
    """Each form of the page, with each of its buttons: its name, and both answers. All is put back."""
    page = client.get(seat.address)
    for form in forms_of(page.content.decode()):
        for button in form.buttons or [("", "")]:
            address = urljoin(seat.address, form.action or seat.address)
            name = resolve(address.partition("?")[0]).url_name
            if form.method == "post" and name != "set_language":
                said = dict(plausible(form)) | ({button[0]: [button[1]]} if button[0] else {})
                yield (f"{name} {button[1]}".strip(), *_twice(client, address, said))


def _twice(client: Client, address: str, said: dict[str, list[str]]) -> tuple[HttpResponse, HttpResponse]:
    cookies = client.cookies.output(header="", sep=";")
    answers = []
    with transaction.atomic():
        for _ in range(2):
            client.cookies = SimpleCookie(cookies)
            answers.append(client.post(address, said))
        transaction.set_rollback(True)
    client.cookies = SimpleCookie(cookies)
    return answers[0], answers[1]


def plausible(form: Form) -> Iterator[tuple[str, list[str]]]:
    """What stands in the form, and something fitting where nothing does."""
    soon = (clock.now() + timedelta(days=10)).date().isoformat()
    fitting = {
        "date": soon,
        "email": "fresh.person@elsewhere.example",
        "tel": "617 555 0199",
        "number": "3",
        "password": PASSWORD,
        "text": "Something else",
        "search": "walk",
        "textarea": "Something else",
    }
    for name, kind in form.kinds.items():
        kept, offered = form.entries.get(name, []), [one for one in form.offers.get(name, []) if one]
        if name == "code":
            yield name, [CONTACT_CODE]
        elif kind == "password" and "display_name" in form.kinds:
            yield name, [NEW_PASSWORD]
        elif any(kept) or kind in {"hidden", "file"}:
            yield name, kept
        elif kind in {"radio", "select", "checkbox"}:
            yield name, offered[:1]
        else:
            yield name, [fitting.get(kind, "")]


def leads_on(answer: HttpResponse) -> bool:
    return answer.status_code == 302


def told(answer: HttpResponse) -> tuple[int, str]:
    return answer.status_code, answer.get("Location", "")
