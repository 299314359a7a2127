import pytest

from kith.accounts.sign_in_names import has_mailbox, new_sign_in_name, shown_sign_in, sign_in_typed
from kith.accounts.sign_in_rules import clean_email


def test_a_made_up_name_is_another_each_time_and_can_stand_for_an_address() -> None:
    names = {new_sign_in_name() for _ in range(200)}

    assert len(names) == 200
    assert all(clean_email(name) == name for name in names)


def test_what_is_shown_of_a_made_up_name_is_what_signs_in() -> None:
    name = new_sign_in_name()

    assert "@" not in shown_sign_in(name)
    assert sign_in_typed(f" {shown_sign_in(name)} ") == name


@pytest.mark.parametrize("email", ["amina@home.example", "A@no-mailbox.invalid.example"])
def test_an_address_stays_what_it_is(email: str) -> None:
    assert has_mailbox(email)
    assert shown_sign_in(email) == sign_in_typed(email) == email


def test_no_mail_goes_to_a_made_up_name() -> None:
    assert not has_mailbox(new_sign_in_name().upper())


def test_nothing_typed_is_nothing() -> None:
    assert sign_in_typed("  ") == ""
