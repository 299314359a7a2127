"""Keys live in a folder apart from the database and its backups."""

import base64
import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class FieldKeys:
    """The keys of private text: `active` seals, all of them open."""

    active: str
    keys: dict[str, bytes]


def field_keys() -> FieldKeys:
    """The site's field keys, made on first use, read again when the file has changed.

    Raises ValueError if the file cannot be read as keys.
    """
    path = _path()
    if not path.exists():
        _write_first(path)
    return _read(path, _version(path))


def add_field_key() -> str:
    """Make a new active key and keep the old ones for reading. Returns the new key's id."""
    held = field_keys()
    path = _path()
    with _locked(path):
        held = _read(path, _version(path))
        name = f"k{len(held.keys) + 1}"
        _write(path, FieldKeys(name, {**held.keys, name: secrets.token_bytes(32)}))
    return name


def key_marks() -> dict[str, str]:
    """A short digest of each field key, to tell later whether the right keys are here."""
    return {name: hashlib.sha256(key).hexdigest()[:16] for name, key in field_keys().keys.items()}


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only this account reads; whole or not at all, and on the disk on return."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
    _sync_folder(path.parent)


def write_first(path: Path, content: bytes) -> None:
    """Write a private file unless there is one; if another process was faster, its file stays."""
    fresh = path.with_name(f".first.{secrets.token_hex(8)}")
    write_private(fresh, content)
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    finally:
        fresh.unlink()


def _path() -> Path:
    return Path(settings.KITH_KEYS_DIR) / "fields.json"


def _version(path: Path) -> tuple[int, int]:
    """Another file has another number, even when written within one tick of the clock."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


@lru_cache(maxsize=4)
def _read(path: Path, _of_version: tuple[int, int]) -> FieldKeys:
    held = json.loads(path.read_bytes())
    keys = {name: base64.b64decode(key) for name, key in held["keys"].items()}
    if held["active"] not in keys:
        raise ValueError(f"{path} names an active key that it does not hold.")
    return FieldKeys(held["active"], keys)


def _write_first(path: Path) -> None:
    write_first(path, _as_json(FieldKeys("k1", {"k1": secrets.token_bytes(32)})))


def _write(path: Path, keys: FieldKeys) -> None:
    write_private(path, _as_json(keys))


def _as_json(keys: FieldKeys) -> bytes:
    plain = {name: base64.b64encode(key).decode() for name, key in keys.keys.items()}
    return json.dumps({"active": keys.active, "keys": plain}).encode()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One process at a time changes the keys: a key lost to a race would be text lost for ever."""
    with path.with_name("fields.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
