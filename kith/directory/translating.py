"""Which fields of a service have words for people, and when a translation is older than what it says."""

import hashlib

from kith.directory.models import Service

NAME = "name"
TRANSLATED_FIELDS = (
    NAME,
    "description",
    "what_to_expect",
    "eligibility_description",
    "application_process",
    "papers",
    "fees_description",
    "alert",
)
LONGEST_NAME, LONGEST_TEXT = 300, 5000
READ_WHEN_OLD = frozenset({NAME, "description"})
"""An old translation of these still helps; an old one of the others may lead to a closed door."""


def originals(service: Service) -> dict[str, str]:
    """What the fields say now, those that say something."""
    said = {name: str(getattr(service, name)) for name in TRANSLATED_FIELDS}
    return {name: words for name, words in said.items() if words}


def digest_of(words: str, *, has_hidden_place: bool) -> str:
    """The SHA-256 of a text, in hex; another one once its organisation has a hidden place.

    So whatever was translated before a place was hidden is old from that moment on.
    """
    return hashlib.sha256(f"{words}\x00{has_hidden_place:d}".encode()).hexdigest()


def longest(field_name: str) -> int:
    """How many signs a translation of the field may have."""
    return LONGEST_NAME if field_name == NAME else LONGEST_TEXT


def is_stale(service: Service, field_name: str, of_digest: str, *, has_hidden_place: bool) -> bool:
    """Whether the field says something else now, or a place was hidden, since it was translated."""
    now = originals(service).get(field_name, "")
    return digest_of(now, has_hidden_place=has_hidden_place) != of_digest
