"""Sealing what is private: AES-256-GCM, bound to its table, column and row."""

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

    def __repr__(self) -> str:
        return "(sealed)"


class CannotOpen(Exception):
    """The text was moved, changed, or its key is gone."""


def seal(text: str, *, place: str) -> str:
    """Seal `text` for `place` (`table.column.id`) with the active key."""
    name, box = _lock(text.encode(), place)
    return f"{name}:{base64.b64encode(box).decode()}"


def open_sealed(sealed: SealedText, *, place: str) -> str:
    """The text that was sealed for `place`. Raises CannotOpen for any other place, key or change."""
    name, _, body = sealed.stored.partition(":")
    try:
        return _unlock(name, base64.b64decode(body, validate=True), place).decode()
    except ValueError as error:
        raise CannotOpen(f"The sealed text at {place} cannot be opened.") from error


def seal_bytes(content: bytes, *, place: str) -> bytes:
    """Seal `content` for `place` with the active key: `key id : nonce + ciphertext`."""
    name, box = _lock(content, place)
    return name.encode() + b":" + box


def open_bytes(sealed: bytes, *, place: str) -> bytes:
    """What `seal_bytes` sealed for `place`. Raises CannotOpen for any other place, key or change."""
    name, _, box = sealed.partition(b":")
    return _unlock(name.decode(errors="replace"), box, place)


def _lock(content: bytes, place: str) -> tuple[str, bytes]:
    keys = field_keys()
    nonce = os.urandom(NONCE_BYTES)
    return keys.active, nonce + AESGCM(keys.keys[keys.active]).encrypt(nonce, content, place.encode())


def _unlock(name: str, box: bytes, place: str) -> bytes:
    key = field_keys().keys.get(name)
    if key is None:
        raise CannotOpen(f"The key of {place} is not in the keys folder.")
    try:
        return AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(f"The sealed text at {place} cannot be opened.") from error
