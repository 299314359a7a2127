"""Nobody fills the memory or the disk of the server: what is too large is turned away unread."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from kith.core.files import LONGEST_BYTES
from kith.core.viewer import Role
from kith.web.body_size import FILE_PAGES
from tests.web.people_at_the_door import a_user as a_user_with
from tests.web.people_at_the_door import browser_of, browser_of_member

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
PAPER = "/agreements/paper/"
FORM = "multipart/form-data; boundary=x"


class Unread:
    """A body that says so when somebody reads it."""

    def __init__(self) -> None:
        self.was_read = False

    def read(self, *_args: int) -> bytes:
        self.was_read = True
        return b""

    readline = read


def send(client: Client, address: str, length: int) -> tuple[HttpResponse, bool]:
    """The answer to a body of this length, and whether any of it was read."""
    body = Unread()
    extra = {"wsgi.input": body, "CONTENT_LENGTH": str(length)}
    return client.generic("POST", address, b"-", FORM, **extra), body.was_read


@pytest.mark.parametrize(
    "address", ["/find/", "/account/login/", "/a/some-token/", PAPER, "/nowhere/", "/hsds/services"]
)
def test_a_stranger_cannot_leave_a_large_file_here(address: str) -> None:
    answer, was_read = send(Client(), address, 120 * MEGABYTE)

    assert answer.status_code == 413
    assert not was_read
    assert "Nothing was changed" in answer.content.decode()


def test_a_member_sends_a_paper_but_no_more_than_we_keep() -> None:
    client = browser_of_member(Role.PARTNERSHIP_MANAGER)

    _answer, was_read = send(client, PAPER, LONGEST_BYTES + MEGABYTE)
    refused, refused_was_read = send(client, PAPER, LONGEST_BYTES + 3 * MEGABYTE)

    assert was_read
    assert (refused.status_code, refused_was_read) == (413, False)


def test_a_member_sends_no_file_where_no_form_takes_one() -> None:
    answer, was_read = send(browser_of_member(Role.PARTNERSHIP_MANAGER), "/find/", 3 * MEGABYTE)

    assert (answer.status_code, was_read) == (413, False)


def test_who_acts_for_nobody_sends_no_paper() -> None:
    answer, was_read = send(browser_of(a_user_with()), PAPER, 3 * MEGABYTE)

    assert (answer.status_code, was_read) == (413, False)


@pytest.mark.parametrize("length", ["", "many", "-5"])
def test_a_length_that_is_none_is_no_length(length: str) -> None:
    answer = Client().generic("POST", "/find/", b"", FORM, CONTENT_LENGTH=length)

    assert answer.status_code < 500


def test_each_page_with_a_form_for_files_is_on_the_list() -> None:
    pages = Path(settings.BASE_DIR, "kith", "web", "templates").rglob("*.html")
    takes_files = {page.stem for page in pages if re.search(r"multipart/form-data", page.read_text())}

    assert takes_files == FILE_PAGES
