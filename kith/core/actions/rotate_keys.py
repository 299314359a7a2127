"""Seal all private text with a new key."""

from dataclasses import dataclass

from django.db import transaction

from kith.core.errors import Denied
from kith.core.events import KeysRotated, record
from kith.core.files import reseal_file, sealed_with
from kith.core.ids import Ref
from kith.core.keys import add_field_key, field_keys
from kith.core.models import SITE_ID
from kith.core.policies.sealed_rows import Column, sealed_columns, sealed_otherwise
from kith.core.sealed_text import CannotOpen, SealedText, open_sealed, seal
from kith.core.storage.kept_files import kept_files
from kith.core.viewer import Viewer

BATCH = 500


@dataclass(frozen=True, slots=True)
class Rotation:
    """What was sealed anew with `key_name`; `unreadable` texts and files stayed as they were.

    `was_resumed`: an earlier rotation had stopped half-way, and this one finished it without another key.
    """

    key_name: str
    texts: int
    files: int
    unreadable: int
    was_resumed: bool


@dataclass(slots=True)
class _Count:
    texts: int = 0
    files: int = 0
    unreadable: int = 0


def rotate_keys(viewer: Viewer) -> Rotation:
    """Make a new active key and seal every text and file with it; the site may stay open meanwhile.

    Can be broken off at any moment: the next call goes on. Old keys stay in the keys folder, because old
    backups need them. Raises Denied for all but the system.
    """
    if not viewer.is_system:
        raise Denied
    count = _seal_all(viewer)
    was_resumed = bool(count.texts or count.files)
    if not was_resumed:
        add_field_key()
        count = _seal_all(viewer)
    rotation = Rotation(field_keys().active, count.texts, count.files, count.unreadable, was_resumed)
    _record(viewer, rotation)
    return rotation


def _seal_all(viewer: Viewer) -> _Count:
    count = _Count()
    for column in sealed_columns():
        _seal_column(viewer, column, count)
    _seal_files(count)
    return count


def _seal_column(viewer: Viewer, column: Column, count: _Count) -> None:
    rows = sealed_otherwise(viewer, column, key_name=field_keys().active)
    batch = list(rows.values_list("pk", "stored_text")[:BATCH])
    while batch:
        for row_id, stored in batch:
            _seal_text(viewer, column, row_id, stored, count)
        batch = list(rows.filter(pk__gt=batch[-1][0]).values_list("pk", "stored_text")[:BATCH])


def _seal_text(viewer: Viewer, column: Column, row_id: object, stored: str, count: _Count) -> None:
    """Only if the text is still the one that was read: someone may just have saved another."""
    model, field = column
    place = field.place(model(pk=row_id))
    try:
        fresh = SealedText(seal(open_sealed(SealedText(stored), place=place), place=place))
    except CannotOpen:
        count.unreadable += 1
        return
    rows = sealed_otherwise(viewer, column, key_name=field_keys().active)
    count.texts += rows.filter(pk=row_id, stored_text=stored).update(**{field.attname: fresh})


def _seal_files(count: _Count) -> None:
    for path in kept_files():
        if sealed_with(path) == field_keys().active:
            continue
        try:
            reseal_file(path)
            count.files += 1
        except CannotOpen:
            count.unreadable += 1


@transaction.atomic
def _record(viewer: Viewer, rotation: Rotation) -> None:
    record(
        viewer,
        KeysRotated(
            subject=Ref("site", SITE_ID),
            key_code=rotation.key_name,
            texts=rotation.texts,
            files=rotation.files,
            unreadable=rotation.unreadable,
        ),
    )
