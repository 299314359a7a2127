"""Who says something for a party about words on the table: by link, or on the phone to who notes it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kith.core.errors import BadInput

LONGEST_WORDS = 2000
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One human at a party. `contact_id`: the named person whose link it was; None for who has signed in."""

    organization_id: UUID
    contact_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonedSpeaker:
    """One human at a party who said it on the phone, `told_at` in UTC; the viewer notes it (promise 16).

    Never for a signature: that needs the one who signs.
    """

    organization_id: UUID
    told_by: str
    told_at: datetime


AnySpeaker = Speaker | PhonedSpeaker


def kept_words(speaker: AnySpeaker, text: str) -> str:
    """What is kept of what was said, with who told it on the phone and when. Raises BadInput."""
    said = text.strip()
    if not 0 < len(said) <= LONGEST_WORDS:
        raise BadInput(field="words")
    if isinstance(speaker, Speaker):
        return said
    name = speaker.told_by.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadInput(field="told_by")
    told = {"name": name, "day": date_format(speaker.told_at, "j F Y, H:i"), "words": said}
    return _("Told by phone by %(name)s, %(day)s: %(words)s") % told


def contact_of(speaker: AnySpeaker) -> UUID | None:
    """The named person whose link it was."""
    return speaker.contact_id if isinstance(speaker, Speaker) else None
