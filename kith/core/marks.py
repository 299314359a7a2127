"""Marks of private text: whoever has the keys can tell whether a text is the one, and nobody can guess it.

A plain digest of words that many would write alike gives them away to anybody who tries a few names.
"""

import hashlib
import hmac

from kith.core.keys import field_keys


def mark_of(text: str, *, place: str) -> str:
    """The mark of `text` at `place` (`table.column.id`): `key id : HMAC-SHA256`, with the active key."""
    name = field_keys().active
    return f"{name}:{_digest(name, text, place)}"


def is_mark_of(mark: str, text: str, *, place: str) -> bool:
    """Whether `mark` was made of this text for this place, with any key that the site still has."""
    name, _, digest = mark.partition(":")
    if name not in field_keys().keys:
        return False
    return hmac.compare_digest(digest, _digest(name, text, place))


def _digest(name: str, text: str, place: str) -> str:
    """A key of its own for marks, so that what seals text is used for nothing else."""
    own = hmac.digest(field_keys().keys[name], b"kith.marks", hashlib.sha256)
    return hmac.new(own, f"{place}\x00{text}".encode(), hashlib.sha256).hexdigest()
