"""`kith import_hsds https://…`: what it prints, and when it ends with an error."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kith.directory.models import Service
from tests.factories.fake_feed import Answer, FakeFeed, fake_feed
from tests.factories.played_hsds import PlayedHsds, services

pytestmark = pytest.mark.django_db


def typed(address: str, **options: bool) -> list[str]:
    out = StringIO()
    call_command("import_hsds", address, source="Riverside", stdout=out, **options)
    return out.getvalue().splitlines()


def from_here(feed: FakeFeed) -> list[str]:
    return typed(f"{feed.base}/", allow_http=True, allow_local=True)


def test_it_says_what_came_in() -> None:
    two = services(2)
    with fake_feed(PlayedHsds(two, broken={f"/services/{two[1]['id']}": Answer(status=500)})) as feed:
        printed = from_here(feed)

    assert printed == [
        f"Line 2 was not taken: {two[1]['id']}: The other server answered with the error 500.",
        "1 new, 0 changed, 0 as before, 0 no longer in the source, 1 not taken.",
    ]
    assert Service.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "options", "why"),
    [
        ("http://feed.example/", {}, "must begin with https://"),
        ("http://127.0.0.1:8080/", {"allow_http": True}, "leads to an inside address"),
        ("https://[::1]/", {}, "leads to an inside address"),
        ("https://user:word@feed.example/", {}, "Leave the user name and the password out"),
        ("HTTPS://2130706433/", {}, "leads to an inside address"),
        ("https://feed.example/", {"dry_run": True}, "A trial is for files"),
    ],
)
def test_it_goes_only_where_it_may(address: str, options: dict[str, bool], why: str) -> None:
    with pytest.raises(CommandError, match=why):
        typed(address, **options)


def test_it_ends_with_an_error_where_nothing_came_in() -> None:
    with fake_feed(PlayedHsds([])) as feed, pytest.raises(CommandError, match="Nothing at this address"):
        from_here(feed)
