"""Telling whether a record changed."""

import hashlib
import json

from kith.directory.records import Json

MAPPING = "hsds-3.1/3"
"""Changed whenever the mapping reads records differently: then every record is taken in anew."""


def digest_of(body: Json, *marks: str) -> str:
    """SHA-256 of the record, whatever the order of its keys, and of marks that came from outside it."""
    text = json.dumps([MAPPING, *marks, body], sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
