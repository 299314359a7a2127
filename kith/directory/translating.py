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


def originals(service: Service) -> dict[str, str]:
    """What the fields say now, those that say something."""
    said = {name: str(getattr(service, name)) for name in TRANSLATED_FIELDS}
    return {name: words for name, words in said.items() if words}


def digest_of(words: str) -> str:
    """The SHA-256 of a text, in hex."""
    return hashlib.sha256(words.encode()).hexdigest()


def longest(field_name: str) -> int:
    """How many signs a translation of the field may have."""
    return LONGEST_NAME if field_name == NAME else LONGEST_TEXT


def is_stale(service: Service, field_name: str, of_digest: str) -> bool:
    """Whether the field says something else now than when it was translated."""
    return digest_of(originals(service).get(field_name, "")) != of_digest
