"""Whose site it is, for tests."""

from typing import TypedDict, Unpack
from uuid import UUID


class Profile(TypedDict, total=False):
    name: str
    host_organization_id: UUID | None
    duty_user_id: UUID | None
    country: str
    emergency_number: str
    talk_line: str
    talk_line_words: str
    jurisdiction: str
    timezone: str
    is_demo: bool


def a_profile(**changes: Unpack[Profile]) -> dict[str, object]:
    """All that `set_site_profile` asks for."""
    return {
        "name": "Northgate",
        "host_organization_id": None,
        "duty_user_id": None,
        "country": "gb",
        "emergency_number": "999",
        "talk_line": "116 123",
        "talk_line_words": "Samaritans.",
        "jurisdiction": "GB-ENG",
        "timezone": "Europe/London",
        "is_demo": False,
        **changes,
    }


class Face(TypedDict, total=False):
    public_name: str
    is_discreet: bool
    left_out_pages: list[str]
    text_line: str
    text_line_words: str
    safety_line: str
    safety_line_words: str


def a_face(**changes: Unpack[Face]) -> dict[str, object]:
    """All that `set_public_face` asks for."""
    return {
        "public_name": "",
        "is_discreet": False,
        "left_out_pages": [],
        "text_line": "85258",
        "text_line_words": "Text SHOUT.",
        "safety_line": "0808 2000 247",
        "safety_line_words": "Free.",
        **changes,
    }
