"""`kith set_licence`: a source's listings leave once it is said that they may."""

import pytest
from django.core.management import CommandError, call_command

from kith.directory.queries.published_services import published_services
from kith.directory.wanted import Wanted
from tests.factories.directory import NOBODY, hsds_service, taken_in

pytestmark = pytest.mark.django_db


def may_leave() -> int:
    return published_services(NOBODY, wanted=Wanted(), page=1, per_page=10).total


def test_a_licence_lets_listings_leave_and_an_empty_one_keeps_them() -> None:
    taken_in(hsds_service("Food pantry"))
    before = may_leave()

    call_command("set_licence", "Riverside List", "CC0-1.0", attribution="Riverside", verbosity=0)
    during = may_leave()
    call_command("set_licence", "Riverside List", "", verbosity=0)

    assert (before, during, may_leave()) == (0, 1, 0)


def test_an_unknown_source_is_said() -> None:
    with pytest.raises(CommandError, match="No source"):
        call_command("set_licence", "Nobody", "CC0-1.0")
