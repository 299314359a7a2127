"""No log of ours carries what opens a link: not a message, not a traceback, not another library's handler."""

import logging
import sys
import time
from collections.abc import Iterator
from io import StringIO
from unittest import mock

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation
from granian.log import DEFAULT_ACCESSLOG_FMT, log_request_builder

from kith.accounts.invitation_token import new_token
from kith.accounts.models import User
from kith.config.hiding import HIDDEN
from tests.factories import accounts as make

TOKEN = new_token()
SAID = "This page broke"
EMAIL = "zuhal@home.example"


def opening_addresses() -> list[tuple[str, tuple[str, ...]]]:
    """Every address with a part that is neither an id nor one of a few words."""
    found = {}
    for one in patterns(get_resolver().url_patterns):
        parts = {**one.pattern.regex.groupindex, **one.pattern.converters}
        kinds = {type(kind).__name__ for kind in one.pattern.converters.values()}
        if parts and kinds <= {"StringConverter"}:
            found[one.name or ""] = tuple(parts)
    return sorted(found.items())


def patterns(entries: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns)
        else:
            yield entry


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What a handler writes that knows nothing of Kith, hung on the root as any library may."""
    kept = StringIO()
    handler = logging.StreamHandler(kept)
    logging.getLogger().addHandler(handler)
    yield kept
    logging.getLogger().removeHandler(handler)


def test_the_answer_area_invitations_and_recovery_are_looked_at() -> None:
    names = {name for name, _parts in opening_addresses()}

    assert names >= {
        "answer_ask",
        "answer_name",
        "blank_name",
        "name_still_shown",
        "answer_happened",
        "accept_invitation",
        "account_reset_password_from_key",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["", "/ar"])
@pytest.mark.parametrize(("name", "parts"), opening_addresses())
def test_a_page_that_fails_leaves_no_token(
    log: StringIO, client: Client, name: str, parts: tuple[str, ...], language: str
) -> None:
    secret = "made-up" if name != "account_reset_password_from_key" else "madeup"
    client.raise_request_exception = False
    with translation.override("en"):
        address = language + reverse(name, kwargs=dict.fromkeys(parts, secret))
    broken = RuntimeError(f"{SAID}: {address} {TOKEN}")

    with mock.patch("kith.web.middleware.viewer_of_request", side_effect=broken):
        answer = client.get(address)

    said = log.getvalue()
    assert answer.status_code == 500
    assert "Internal Server Error" in said
    assert f"RuntimeError: {SAID}" in said
    assert secret not in said
    assert TOKEN not in said


def test_the_web_servers_own_list_of_requests_has_none() -> None:
    kept = StringIO()
    handler = logging.StreamHandler(kept)
    access = logging.getLogger("granian.access")
    access.addHandler(handler)
    access.setLevel(logging.INFO)
    asked = {
        "addr_remote": "127.0.0.1",
        "path": f"/a/{TOKEN}/",
        "qs": "",
        "method": "GET",
        "scheme": "http",
        "protocol": "HTTP/1.1",
    }

    log_request_builder(DEFAULT_ACCESSLOG_FMT)(time.time(), time.perf_counter(), asked, 200)

    access.removeHandler(handler)
    assert f'"GET /a/{HIDDEN}/ HTTP/1.1" 200' in kept.getvalue()
    assert TOKEN not in kept.getvalue()


@pytest.mark.parametrize(
    ("message", "args"),
    [
        ("Not Found: %s", (f"/n/{TOKEN}/",)),
        ("%s%s", ("/a/", "made-up/")),
        (f"/h/{TOKEN}/", ()),
        ("%(path)s", ({"path": f"/a/{TOKEN}/"},)),
        ("%s", (ValueError(f"/a/{TOKEN}/"),)),
    ],
    ids=["as a value", "in parts", "in the message", "by name", "in an error"],
)
def test_a_message_is_hidden_however_it_is_put_together(
    log: StringIO, message: str, args: tuple[object, ...]
) -> None:
    logging.getLogger("some.library").error(message, *args)

    assert HIDDEN in log.getvalue()
    assert TOKEN not in log.getvalue()
    assert "made-up" not in log.getvalue()


def test_a_line_that_does_not_fit_together_tells_nothing_either(capsys: pytest.CaptureFixture[str]) -> None:
    handler = logging.StreamHandler(sys.stderr)
    library = logging.getLogger("some.other.library")
    library.addHandler(handler)
    library.propagate = False

    library.error("%d requests", f"/a/{TOKEN}/")

    library.removeHandler(handler)
    said = capsys.readouterr().err
    assert "%d requests" in said
    assert TOKEN not in said


def test_the_stack_is_hidden_too(log: StringIO) -> None:
    with mock.patch("traceback.print_stack", lambda _frame, file: file.write(f"/a/{TOKEN}/")):
        logging.getLogger("some.library").error("here", stack_info=True)

    assert f"/a/{HIDDEN}/" in log.getvalue()


def test_nobody_is_mailed_a_request_that_failed() -> None:
    hung = {type(handler).__name__ for handler in logging.getLogger("django").handlers}

    assert "AdminEmailHandler" not in hung
    assert settings.LOGGING_CONFIG == "kith.config.logs.configure"


@pytest.mark.django_db
def test_a_row_that_the_database_refused_is_not_told(log: StringIO) -> None:
    make.a_user(EMAIL)

    try:
        with transaction.atomic():
            User.objects.create(email=EMAIL, display_name="Z")
    except IntegrityError:
        logging.getLogger("some.library").exception("It broke.")

    assert "IntegrityError" in log.getvalue()
    assert "zuhal" not in log.getvalue().lower()
