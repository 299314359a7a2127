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
ANSWERS = ["Northgate House", "amara@example.org", "Amara", "Northgate", "gb", "", "", "", "", ""]


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
    assert (profile.host_organization_id, profile.duty_user_id, profile.is_demo) == (host.id, user.id, False)
    assert (host.name, user.email, user.is_demo) == ("Northgate House", "amara@example.org", False)
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
            "--organization",
            "Host",
            "--admin-email",
            "a@example.org",
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


def test_the_zone_of_the_environment_is_taken_before_the_countrys(settings: Settings) -> None:
    settings.TIME_ZONE = "Europe/Belfast"

    run("--no-input", "--organization", "Host", "--country", "GB")

    assert SiteProfile.objects.get().timezone == "Europe/Belfast"


@pytest.mark.parametrize(
    "arguments, typed, passwords, words",
    [
        (["--no-input"], [], [], "mend"),
        ([], ANSWERS, [PASSWORD, "another"], "two passwords differ"),
        ([], ANSWERS, ["short", "short"], "assword"),
        (["--time-zone", "Mars/North"], ANSWERS[:-1], [PASSWORD, PASSWORD], "time zone"),
        (["--admin-email", "nonsense", "--no-input", "--organization", "Host"], [], [], "."),
    ],
)
def test_a_bad_answer_changes_nothing(
    arguments: list[str], typed: list[str], passwords: list[str], words: str
) -> None:
    with pytest.raises(CommandError, match=words):
        run(*arguments, typed=typed, passwords=passwords)

    assert not SiteProfile.objects.exists()
    assert not User.objects.exists()
    assert not Organization.objects.exists()


def test_mail_that_does_not_leave_is_said_and_the_site_is_set_up(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    said = run(typed=ANSWERS, passwords=[PASSWORD, PASSWORD])

    assert "did not leave (ConnectionRefusedError)" in said
    assert SiteProfile.objects.exists()
