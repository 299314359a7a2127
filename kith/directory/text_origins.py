"""Who put a listing's words into another language."""

from enum import StrEnum


class TextOrigin(StrEnum):
    """Who put a listing's words into another language."""

    PERSON = "person"
    MACHINE_CHECKED = "machine_checked"
    MACHINE = "machine"
