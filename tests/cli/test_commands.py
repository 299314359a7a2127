"""What every command does with an error, and the audit and rotate commands."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import translation

from kith.cli.command import KithCommand
from kith.cli.countries import COUNTRIES, suggested
from kith.core.errors import NotFound
from kith.core.keys import add_field_key
from kith.core.models import Event
from kith.post.models import OutgoingMessage
from kith.web.known_words import in_readers_language
from tests.adversary.tamperings import force_update
from tests.core.test_fields import a_message
from tests.factories.core import thing_done

pytestmark = pytest.mark.django_db


class Raises(KithCommand):
    def __init__(self, error: Exception) -> None:
        super().__init__(stdout=StringIO(), stderr=StringIO())
        self.error = error

    def handle(self, *_args: object, **_options: object) -> None:
        raise self.error


@pytest.mark.parametrize(
    "error, words",
    [
        (NotFound("There is no such thing."), "no such thing"),
        (OperationalError("no such table: x"), "kith migrate"),
    ],
)
def test_an_error_is_a_sentence_and_not_a_traceback(error: Exception, words: str) -> None:
    with pytest.raises(CommandError, match=words) as caught:
        call_command(Raises(error))

    assert caught.value.returncode == 1


@pytest.fixture
def out() -> StringIO:
    return StringIO()


def test_verify_seals_the_tail_and_says_all_is_whole(out: StringIO) -> None:
    thing_done()

    call_command("audit", "verify", stdout=out)

    assert out.getvalue() == "All 1 sealed events are whole.\n"


def test_verify_names_the_first_bad_seal(out: StringIO) -> None:
    for _ in range(3):
        thing_done()
    call_command("audit", "verify", stdout=out)
    force_update(Event.objects.filter(id=Event.objects.order_by("id")[1].id), kind="x")

    with pytest.raises(CommandError, match="First bad seal: 2"):
        call_command("audit", "verify")


def test_a_checkpoint_is_written_and_checked_against(out: StringIO, tmp_path: Path) -> None:
    thing_done()
    file = tmp_path / "checkpoint.json"

    call_command("audit", "checkpoint", "--to", str(file), stdout=out)
    call_command("audit", "verify", "--against", str(file), stdout=out)

    assert "Checkpoint of seal 1 written" in out.getvalue()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("make", [lambda _path: None, lambda path: path.write_text("hello")])
def test_a_file_that_is_no_checkpoint_is_a_sentence(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "file")

    with pytest.raises(CommandError, match=r"no file|not a Kith checkpoint"):
        call_command("audit", "verify", "--against", str(tmp_path / "file"))


def test_rotating_says_what_was_sealed_and_that_old_keys_stay(out: StringIO) -> None:
    a_message("Body")

    call_command("rotate_keys", stdout=out)
    assert re.search(r"\d+ texts and \d+ files are sealed with key k", out.getvalue())
    assert "old keys stay" in out.getvalue()


def test_rotating_says_what_it_finished_and_what_it_could_not_open(out: StringIO) -> None:
    broken, whole = a_message("Broken"), a_message("Whole")
    (sealed,) = OutgoingMessage.objects.filter(id=whole.id).values_list("body", flat=True)
    OutgoingMessage.objects.filter(id=broken.id).update(body=sealed)
    add_field_key()

    call_command("rotate_keys", stdout=out, stderr=out)

    assert "this one finished it with the same key" in out.getvalue()
    assert "1 texts or files could not be opened" in out.getvalue()


@pytest.mark.parametrize("code", COUNTRIES)
def test_each_country_has_lines_a_law_and_a_real_zone(code: str) -> None:
    country = suggested(code.lower())

    assert country.emergency_number
    assert country.talk_line
    assert country.talk_line_words
    assert bool(country.text_line) == bool(country.text_line_words)
    assert bool(country.safety_line) == bool(country.safety_line_words)
    assert country.jurisdiction.startswith(code)
    assert ZoneInfo(country.timezone)


@pytest.mark.parametrize("code", COUNTRIES)
def test_what_is_suggested_about_a_line_is_known_in_other_languages(code: str) -> None:
    country = suggested(code)
    words = [country.talk_line_words, country.text_line_words, country.safety_line_words]

    with translation.override("ar"):
        assert not [one for one in words if one and in_readers_language(one) == one]


def test_nothing_is_suggested_for_a_country_that_is_not_known() -> None:
    assert suggested("XX").emergency_number == suggested("XX").talk_line == ""
