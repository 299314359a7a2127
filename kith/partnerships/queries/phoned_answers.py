"""What a party is said to have answered on the phone, as it looks at it by its link."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.phoned_note import notes_to_confirm


@dataclass(frozen=True, slots=True)
class PhonedAnswer:
    """Who told it, when (UTC), and the words that were noted."""

    told_by: str
    told_at: datetime
    words: str


def phoned_answers(viewer: Viewer, *, agreement_id: UUID) -> list[PhonedAnswer]:
    """What the viewer's own organisation has not confirmed yet, the oldest first. One statement."""
    return [
        PhonedAnswer(note.told_by, note.told_at, note.comment.text)
        for note in notes_to_confirm(viewer, agreement_id)
    ]
