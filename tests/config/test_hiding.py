"""What must not stand in a log is hidden in every form, and the rest can still be read."""

import secrets

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from kith.accounts.invitation_token import new_token
from kith.config.hiding import HIDDEN, hide_secrets
from tests.factories import accounts as make

TOKEN = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYm9"
AREAS = [
    "/a/",
    "/n/",
    "/h/",
    "/account/invitation/",
    "/account/password/new/",
    "/ar/a/",
    "/ar/account/invitation/",
]


@pytest.mark.parametrize("secret", [TOKEN, "short", "kk-a1b2c3-0123456789abcdef0123456789abcdef"])
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(
    "line",
    [
        "Internal Server Error: {}",
        '127.0.0.1 - "GET {} HTTP/1.1" 500',
        "<WSGIRequest: GET '{}'>",
        "https://kith.example.org{}",
        "http://localhost:8000{}?next=1",
        "/account/login/?next={}",
        "Referer=https://kith.example.org{}blank/",
        "{}",
    ],
)
def test_an_address_that_opens_something_is_hidden(line: str, area: str, secret: str) -> None:
    said = hide_secrets(line.format(f"{area}{secret}/"))

    assert secret not in said
    assert f"{area}{HIDDEN}/" in said


@pytest.mark.parametrize("secret", [TOKEN, "short"])
def test_an_address_inside_another_is_hidden(secret: str) -> None:
    assert secret not in hide_secrets(f"/account/login/?next=%2Fa%2F{secret}%2F")
    assert secret not in hide_secrets(f"next=%2far%2faccount%2finvitation%2f{secret}%2f&x=1")


def test_any_token_alone_is_hidden() -> None:
    for _ in range(500):
        for token in (new_token(), secrets.token_urlsafe(32)):
            assert hide_secrets(f"no answer_ask with arguments '('{token}',)'") == (
                f"no answer_ask with arguments '('{HIDDEN}',)'"
            )


@pytest.mark.django_db
def test_the_key_of_a_new_password_alone_is_hidden() -> None:
    from kith.accounts.models import User

    key = PasswordResetTokenGenerator().make_token(User.objects.get(pk=make.a_user()))

    assert key not in hide_secrets(f"the key {key} is old")


@pytest.mark.parametrize(
    "line",
    [
        "Not Found: /services/0197f3c0-0000-7000-8000-000000000001/",
        "/account/team/0197f3c0-0000-7000-8000-000000000001/invite/",
        "/account/password/forgotten/sent/",
        "/people/a/b",
        "/thanks/yes/",
        'File "/srv/h/kith/web/answer/ask_pages.py", line 12, in answer_ask',
        "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "test_a_name_of_forty_three_letters_and_some_",
        "Worker 0197f3c0-0000-7000-8000-000000000001 works.",
    ],
)
def test_what_opens_nothing_stays_as_it_is(line: str) -> None:
    assert hide_secrets(line) == line


@pytest.mark.parametrize(
    "row",
    ["Failing row contains (1, Zuhal, a\nb).", "Key (email)=(zuhal@home.example) already exists."],
)
def test_a_row_that_a_database_refused_is_hidden(row: str) -> None:
    said = hide_secrets(f"IntegrityError: broke a rule\nDETAIL:  {row}\n\nThe above exception was the cause")

    assert said == f"IntegrityError: broke a rule\nDETAIL:  {HIDDEN}\n\nThe above exception was the cause"
