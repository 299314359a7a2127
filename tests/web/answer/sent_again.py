"""A form whose answer was lost on the way, and that is sent once more as a browser does it."""

from http.cookies import SimpleCookie

from django.http import HttpResponse
from django.test import Client

from kith.core.ids import uuid7


def sent_again_after_a_cut(client: Client, address: str, **said: str) -> tuple[HttpResponse, HttpResponse]:
    """The answer that nobody saw, cookies and all, and the one to the same form sent again."""
    form, cookies = {"key": str(uuid7()), **said}, client.cookies.output(header="", sep=";")
    lost = client.post(address, form)
    client.cookies = SimpleCookie(cookies)
    again = client.post(address, form)
    assert isinstance(lost, HttpResponse)
    assert isinstance(again, HttpResponse)
    return lost, again
