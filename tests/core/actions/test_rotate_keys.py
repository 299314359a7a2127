from pathlib import Path

import pytest
from django.db import models
from pytest_django import Settings

from kith.core.actions import rotate_keys as module
from kith.core.actions.rotate_keys import rotate_keys
from kith.core.errors import Denied
from kith.core.files import keep_file, path_of, read_file, sealed_with
from kith.core.keys import add_field_key, field_keys
from kith.core.models import Event
from kith.core.policies.sealed_rows import sealed_columns, sealed_otherwise
from kith.core.queries.sealed_text_state import sealed_text_state
from kith.core.viewer import Role
from kith.post.models import OutgoingMessage
from tests.core.test_fields import a_message, stored
from tests.factories.core import SYSTEM, staff

pytestmark = pytest.mark.django_db
COLUMNS = sum(model is OutgoingMessage for model, _ in sealed_columns())


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.KITH_KEYS_DIR = tmp_path / "keys"
    settings.KITH_FILES_DIR = tmp_path / "files"


def keys_in_use() -> set[str]:
    return {stored(message).partition(":")[0] for message in OutgoingMessage.objects.all()} - {""}


def test_every_text_and_file_is_sealed_with_the_new_key_and_still_opens() -> None:
    messages = [a_message(f"Body {number}") for number in range(3)]
    empty = a_message("")
    file = keep_file(b"%PDF-paper", field="paper")

    done = rotate_keys(SYSTEM)

    assert done.key_name == field_keys().active == "k2"
    assert (done.texts, done.files, done.unreadable, done.was_resumed) == (4 * COLUMNS - 1, 1, 0, False)
    assert keys_in_use() == {"k2"}
    assert [OutgoingMessage.objects.get(id=m.id).body for m in messages] == ["Body 0", "Body 1", "Body 2"]
    assert OutgoingMessage.objects.get(id=empty.id).body == ""
    assert sealed_with(path_of(file.id)) == "k2"
    assert read_file(file.id) == b"%PDF-paper"
    event = Event.objects.get(kind="core.keys_rotated")
    assert event.payload == {"key_code": "k2", "texts": 4 * COLUMNS - 1, "files": 1, "unreadable": 0}


def test_a_rotation_that_was_broken_off_goes_on_with_the_same_key() -> None:
    old = a_message("Old")
    add_field_key()
    a_message("New")

    done = rotate_keys(SYSTEM)

    assert (done.key_name, done.texts, done.was_resumed) == ("k2", COLUMNS, True)
    assert keys_in_use() == {"k2"}
    assert OutgoingMessage.objects.get(id=old.id).body == "Old"


def test_many_rows_are_sealed_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    for number in range(5):
        a_message(str(number))

    assert rotate_keys(SYSTEM).texts == 5 * COLUMNS


def test_a_text_that_cannot_be_opened_stays_and_is_counted() -> None:
    broken, whole = a_message("Broken"), a_message("Whole")
    (sealed,) = OutgoingMessage.objects.filter(id=whole.id).values_list("body", flat=True)
    OutgoingMessage.objects.filter(id=broken.id).update(body=sealed)
    file = keep_file(b"%PDF-paper", field="paper")
    path_of(file.id).write_bytes(b"k1:changed by someone, so it does not open")

    first, second = rotate_keys(SYSTEM), rotate_keys(SYSTEM)

    assert (first.unreadable, second.unreadable) == (2, 2)
    assert (first.key_name, second.key_name) == ("k2", "k3")
    assert OutgoingMessage.objects.get(id=whole.id).body == "Whole"


def test_a_text_saved_meanwhile_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    message = a_message("Before")
    sealing = module.seal

    def saves_first(text: str, *, place: str) -> str:
        if text == "Before":
            row = OutgoingMessage.objects.get(id=message.id)
            row.body = "After"
            row.save(update_fields=["body"])
        return sealing(text, place=place)

    monkeypatch.setattr(module, "seal", saves_first)
    rotate_keys(SYSTEM)

    assert OutgoingMessage.objects.get(id=message.id).body == "After"


def test_only_the_system_rotates_and_reads_all_rooms() -> None:
    a_message("Body")

    with pytest.raises(Denied):
        rotate_keys(staff(Role.ADMIN))
    assert field_keys().active == "k1"
    column = next(column for column in sealed_columns() if column[0] is OutgoingMessage)
    assert not sealed_otherwise(staff(Role.ADMIN), column, key_name="k9").exists()
    assert sealed_otherwise(SYSTEM, column, key_name="k9").exists()


def test_a_missing_key_is_noticed_before_anyone_needs_the_text(settings: Settings, tmp_path: Path) -> None:
    for number in range(3):
        a_message(str(number))
    state = sealed_text_state(SYSTEM)
    assert (state.tried, state.unreadable) == (2 * COLUMNS, ())

    settings.KITH_KEYS_DIR = tmp_path / "lost"

    assert len(sealed_text_state(SYSTEM).unreadable) == 2 * COLUMNS
    with pytest.raises(Denied):
        sealed_text_state(staff(Role.ADMIN))


def test_every_sealed_column_of_every_room_is_found() -> None:
    found = {f"{model._meta.db_table}.{field.column}" for model, field in sealed_columns()}

    assert {"post_outgoing_message.body", "accounts_invitation.email"} <= found
    assert all(isinstance(field, models.TextField) for _, field in sealed_columns())
