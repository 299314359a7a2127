"""The first real site."""

from io import StringIO
from unittest import mock

import pytest
from django.contrib.auth.hashers import check_password
from django.core import mail
from django.core.management import CommandError, call_command
from pytest_django import Settings

from kith.accounts.models import Membership, User
from kith.cli.management.commands.setup import Command
from kith.core.models import SiteProfile
from kith.directory.models import Organization

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-enough-one-7"
WORDS = "A house where people meet and eat together."
ANSWERS = ["Northgate House", WORDS, "amara@example.org", "Amara", "Northgate", "gb", *[""] * 9]
HOST = ("--organization", "Host", "--organization-words", WORDS, "--admin-email", "a@example.org")


def run(
    *arguments: str, typed: list[str] | None = None, passwords: list[str] | None = None, piped: str = ""
) -> str:
    """The command with someone at the terminal."""
    out = StringIO()
    with (
        mock.patch("builtins.input", side_effect=typed or []),
        mock.patch("getpass.getpass", side_effect=passwords or []),
        mock.patch("sys.stdin", StringIO(piped)),
    ):
        call_command(Command(stdout=out, stderr=out), *arguments)
    return out.getvalue()


def test_someone_at_the_terminal_is_asked_for_everything() -> None:
    said = run(typed=ANSWERS, passwords=[PASSWORD, PASSWORD])

    profile, user, host = SiteProfile.objects.get(), User.objects.get(), Organization.objects.get()
    assert (profile.name, profile.country, profile.jurisdiction) == ("Northgate", "GB", "GB-ENG")
    assert (profile.emergency_number, profile.talk_line, profile.timezone) == (
        "999",
        "116 123",
        "Europe/London",
    )
    assert (profile.text_line, profile.safety_line) == ("85258", "0808 2000 247")
    assert (profile.host_organization_id, profile.duty_user_id, profile.is_demo) == (host.id, user.id, False)
    assert (host.name, host.description) == ("Northgate House", WORDS)
    assert (user.email, user.is_demo) == ("amara@example.org", False)
    assert check_password(PASSWORD, user.password)
    assert Membership.objects.get().role == "admin"
    assert mail.outbox[0].to == ["amara@example.org"]
    assert "The site is set up." in said


def test_every_answer_can_be_given_beforehand() -> None:
    said = run(
        *(
            "--no-input",
            "--no-mail",
            "--password-stdin",
            *HOST,
        ),
        *(
            "--country",
            "US",
            "--talk-line",
            "555",
            "--jurisdiction",
            "us-ca",
            "--time-zone",
            "America/Los_Angeles",
        ),
        piped=f"{PASSWORD}\n",
    )

    profile = SiteProfile.objects.get()
    assert (profile.emergency_number, profile.talk_line) == ("911", "555")
    assert (profile.jurisdiction, profile.timezone) == ("US-CA", "America/Los_Angeles")
    assert User.objects.get().display_name == "a"
    assert not mail.outbox
    assert "A mail went" not in said


def test_it_can_be_run_again_and_keeps_what_it_does_not_change() -> None:
    run(typed=ANSWERS, passwords=[PASSWORD, PASSWORD])
    before = SiteProfile.objects.get()

    run("--no-input", "--site-name", "Southgate")

    after = SiteProfile.objects.get()
    assert after.name == "Southgate"
    assert (after.host_organization_id, after.duty_user_id) == (
        before.host_organization_id,
        before.duty_user_id,
    )
    assert (after.talk_line, after.timezone) == ("116 123", "Europe/London")
    assert User.objects.count() == Organization.objects.count() == 1


def test_a_site_that_says_it_has_no_further_line_keeps_none_and_keeps_what_visitors_see() -> None:
    run(typed=ANSWERS, passwords=[PASSWORD, PASSWORD])
    SiteProfile.objects.update(
        text_line="", text_line_words="", public_name="Northgate Notes", is_discreet=True
    )

    run("--no-input", "--site-name", "Southgate")

    after = SiteProfile.objects.get()
    assert (after.name, after.text_line, after.safety_line) == ("Southgate", "", "0808 2000 247")
    assert (after.public_name, after.is_discreet) == ("Northgate Notes", True)


def test_the_zone_of_the_environment_is_taken_before_the_countrys(settings: Settings) -> None:
    settings.TIME_ZONE = "Europe/Belfast"

    run("--no-input", *HOST, "--country", "GB")

    assert SiteProfile.objects.get().timezone == "Europe/Belfast"


def test_a_bad_answer_is_asked_for_again_with_the_reason_and_nothing_is_lost() -> None:
    typed = [
        *("", "Northgate House", " ", WORDS, "", "nonsense", "amara@example.org", "Amara", "Northgate"),
        *("ZZ", "gb", "x" * 31, "", "", "", "nowhere at all", "", "Mars/North", *[""] * 5),
    ]

    said = run(typed=typed, passwords=["short", PASSWORD, "another", PASSWORD, PASSWORD])

    for reason in (
        "Please write the name of the organisation.",
        "Please write one sentence",
        "A new site needs an admin.",
        "does not look like an e-mail address",
        "This password is too short",
        "The two passwords differ.",
        "two letters of your country in ISO 3166",
        "at most 30 characters",
        "ISO 3166 code of a country or a part of it",
        "a time zone such as Europe/London",
    ):
        assert said.count(reason) == 1, reason
    profile = SiteProfile.objects.get()
    assert (profile.name, profile.country, profile.emergency_number) == ("Northgate", "GB", "999")
    assert check_password(PASSWORD, User.objects.get().password)


def test_without_questions_all_faults_are_said_at_once_each_with_its_option() -> None:
    with pytest.raises(CommandError) as caught:
        run("--no-input", "--country", "ZZ", "--time-zone", "Mars/North", "--site-name", " ")

    named = [line.partition(":")[0] for line in str(caught.value).splitlines()]
    assert named == [
        *("--organization", "--organization-words", "--admin-email", "--site-name", "--country"),
        *("--emergency-number", "--talk-line", "--jurisdiction", "--time-zone", "Nothing was changed."),
    ]
    assert not SiteProfile.objects.exists()
    assert not Organization.objects.exists()


def test_a_new_site_without_an_admin_is_refused() -> None:
    arguments = ["--organization", "Host", "--organization-words", WORDS, "--country", "GB"]

    with pytest.raises(CommandError, match="--admin-email: A new site needs an admin"):
        run("--no-input", *arguments)

    assert not SiteProfile.objects.exists()
    assert not User.objects.exists()


def test_a_weak_password_from_a_pipe_and_a_known_address_change_nothing() -> None:
    arguments = ["--no-input", "--password-stdin", *HOST, "--country", "GB"]
    with pytest.raises(CommandError, match="--password-stdin: This password is too short"):
        run(*arguments, piped="short\n")
    run(*arguments, "--no-mail", piped=f"{PASSWORD}\n")

    with pytest.raises(CommandError, match="--admin-email: Somebody already signs in"):
        run("--no-input", "--admin-email", "A@example.org")

    assert User.objects.count() == 1


def test_who_stops_answering_has_changed_nothing() -> None:
    with (
        mock.patch("builtins.input", side_effect=["Northgate House", EOFError]),
        pytest.raises(CommandError, match="no more answers"),
    ):
        call_command(Command(stdout=StringIO(), stderr=StringIO()))

    assert not Organization.objects.exists()


def test_mail_that_does_not_leave_is_said_and_the_site_is_set_up(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    said = run(typed=ANSWERS, passwords=[PASSWORD, PASSWORD])

    assert "did not leave (ConnectionRefusedError)" in said
    assert SiteProfile.objects.exists()
