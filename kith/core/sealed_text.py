"""Sealing private text: AES-256-GCM, bound to its table, column and row."""

import base64
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.core.keys import field_keys

NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class SealedText:
    """What the database holds: `key id : base64(nonce + ciphertext)`. Not readable by itself."""

    stored: str

    def __str__(self) -> str:
        return "(sealed)"


class CannotOpen(Exception):
    """The text was moved, changed, or its key is gone."""


def seal(text: str, *, place: str) -> str:
    """Seal `text` for `place` (`table.column.id`) with the active key."""
    keys = field_keys()
    nonce = os.urandom(NONCE_BYTES)
    box = nonce + AESGCM(keys.keys[keys.active]).encrypt(nonce, text.encode(), place.encode())
    return f"{keys.active}:{base64.b64encode(box).decode()}"


def open_sealed(sealed: SealedText, *, place: str) -> str:
    """The text that was sealed for `place`. Raises CannotOpen for any other place, key or change."""
    name, _, body = sealed.stored.partition(":")
    key = field_keys().keys.get(name)
    if key is None:
        raise CannotOpen(f"The key {name!r} is not in the keys folder.")
    try:
        box = base64.b64decode(body, validate=True)
        return AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], place.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(f"The sealed text at {place} cannot be opened.") from error
