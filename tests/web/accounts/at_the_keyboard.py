"""A browser, and what somebody does with it to sign in."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import reverse

from kith.core.ids import uuid7
from kith.post.models import OutgoingMessage
from tests.factories.accounts import PASSWORD

SESSION = "kith"


def fresh() -> Client:
    """A browser that is checked for forged forms."""
    return Client(enforce_csrf_checks=True)


def token_of(client: Client) -> str:
    """The token that a form of this browser must carry."""
    if "kith-csrf" not in client.cookies:
        client.get(reverse("account_login"))
    return client.cookies["kith-csrf"].value


def send(client: Client, address: str, **fields: str) -> HttpResponse:
    """Send a form as a page of ours would; what waits for the commit is done."""
    fields.setdefault("key", str(uuid7()))
    token = token_of(client)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, {"csrfmiddlewaretoken": token, **fields})


def sign_in(client: Client, email: str, password: str = PASSWORD, *, to: str = "") -> HttpResponse:
    address = reverse("account_login") + (f"?next={to}" if to else "")
    return send(client, address, login=email, password=password)


def signed_in(email: str, password: str = PASSWORD) -> Client:
    client = fresh()
    assert sign_in(client, email, password).status_code == 302
    return client


def show_it_is_you(client: Client, password: str = PASSWORD) -> None:
    """Type the password once more."""
    assert send(client, reverse("account_reauthenticate"), password=password).status_code == 302


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("my_account")).status_code == 200


def secret_on(response: HttpResponse) -> str:
    """The key that the page about one-time codes shows."""
    found = re.search(r'class="code">([A-Z2-7]+)<', response.content.decode())
    assert found is not None
    return found[1]


def code_now(secret: str) -> str:
    """What the app on the phone shows; as if the last code was not used yet."""
    (counter,) = yield_hotp_counters_from_time()
    return str(format_hotp_value(hotp_value(secret, counter)))


def turn_codes_on(client: Client) -> str:
    """Turn one-time codes on; returns the key that the phone keeps."""
    show_it_is_you(client)
    secret = secret_on(client.get(reverse("mfa_activate_totp")))
    assert send(client, reverse("mfa_activate_totp"), code=code_now(secret)).status_code == 302
    cache.clear()
    return secret


def spare_codes_on(client: Client) -> list[str]:
    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    return re.findall(r'class="code">(\d+)<', page)


def last_mail() -> OutgoingMessage:
    return OutgoingMessage.objects.latest("queued_at", "id")


def link_in(message: OutgoingMessage) -> str:
    """The address inside the mail, without its host."""
    found = re.search(r"http://localhost:8000(\S+)", message.body)
    assert found is not None
    return unquote(found[1])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags_of(response: HttpResponse) -> list[tuple[str, dict[str, str | None]]]:
    """Every opening tag of the page with its attributes."""
    page = _Page()
    page.feed(response.content.decode())
    return page.tags
