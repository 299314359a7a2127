from datetime import UTC, datetime

import pytest

from kith.accounts.actions.create_user import create_user
from kith.accounts.errors import BadEmail, EmailTaken, WeakPassword
from kith.accounts.models import User
from kith.core.errors import Denied
from kith.core.models import Event
from kith.core.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_in_small_letters_without_spaces() -> None:
    user_id = make.a_user("  Sam@Harbour.Example ")

    assert User.objects.get(pk=user_id).email == "sam@harbour.example"


def test_the_same_address_cannot_be_used_twice_however_it_is_written() -> None:
    make.a_user("sam@harbour.example")

    with pytest.raises(EmailTaken):
        make.a_user("SAM@harbour.example")


def test_what_is_no_address_is_not_taken() -> None:
    with pytest.raises(BadEmail):
        make.a_user("sam at harbour")


@pytest.mark.parametrize("password", ["short", "eleven long", "qwerty123456"])
def test_a_short_or_common_password_is_not_taken(password: str) -> None:
    with pytest.raises(WeakPassword):
        make.a_user("sam@harbour.example", password=password)


def test_a_password_that_repeats_the_address_is_not_taken() -> None:
    with pytest.raises(WeakPassword):
        make.a_user("sam@harbour.example", password="harbour.example")


def test_a_demo_user_may_have_the_printed_password() -> None:
    user_id = create_user(
        make.SYSTEM, email="demo@demo.example", display_name="Demo", password="kith-demo", is_demo=True
    )

    assert User.objects.get(pk=user_id).check_password("kith-demo")


def test_a_user_without_a_password_cannot_sign_in_with_an_empty_one() -> None:
    user = User.objects.get(pk=make.a_user(password=None))

    assert not user.has_usable_password()
    assert not user.check_password("")


def test_only_the_system_makes_users_this_way(admin: Viewer) -> None:
    with pytest.raises(Denied):
        create_user(admin, email="x@y.example", display_name="X", password=None, is_demo=False)


def test_the_event_holds_no_address_and_no_name() -> None:
    user_id = make.a_user("sam@harbour.example", name="Samuel Okoro")

    event = Event.objects.get(kind="accounts.user_created")
    assert event.subject_id == user_id
    assert "sam" not in str(event.payload).lower()


def test_joining_is_dated_by_the_held_clock() -> None:
    from kith.core import clock

    moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
    with clock.at(moment):
        user_id = make.a_user()

    assert User.objects.get(pk=user_id).joined_at == moment
