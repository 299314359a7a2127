"""Keys live in a folder apart from the database and its backups."""

import base64
import json
import os
import secrets
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
    """The site's field keys, made on first use. Raises ValueError if the file cannot be read as keys."""
    return _read_field_keys(Path(settings.KITH_KEYS_DIR) / "fields.json")


def add_field_key() -> str:
    """Make a new active key and keep the old ones for reading. Returns the new key's id."""
    path = Path(settings.KITH_KEYS_DIR) / "fields.json"
    held = _read_field_keys(path)
    name = f"k{len(held.keys) + 1}"
    _write_field_keys(path, FieldKeys(name, {**held.keys, name: secrets.token_bytes(32)}))
    _read_field_keys.cache_clear()
    return name


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only this account reads; whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


@lru_cache(maxsize=4)
def _read_field_keys(path: Path) -> FieldKeys:
    if not path.exists():
        _write_new(path)
    held = json.loads(path.read_bytes())
    keys = {name: base64.b64decode(key) for name, key in held["keys"].items()}
    if held["active"] not in keys:
        raise ValueError(f"{path} names an active key that it does not hold.")
    return FieldKeys(held["active"], keys)


def _write_new(path: Path) -> None:
    """Make the first key; if another process was faster, its file stays."""
    fresh = path.with_name(f".first.{os.getpid()}")
    _write_field_keys(fresh, FieldKeys("k1", {"k1": secrets.token_bytes(32)}))
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    finally:
        fresh.unlink()


def _write_field_keys(path: Path, keys: FieldKeys) -> None:
    plain = {name: base64.b64encode(key).decode() for name, key in keys.keys.items()}
    write_private(path, json.dumps({"active": keys.active, "keys": plain}).encode())
