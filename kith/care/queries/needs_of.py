"""What one person says they need."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.policies.need import May, needs
from kith.care.terms import DOMAIN_WORDS, LEVEL_WORDS, Level, NeedDomain, NeedStatus
from kith.core.viewer import Viewer


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One need: the person's words first."""

    id: UUID
    words: str
    domain: NeedDomain
    domain_words: str
    level_words: str
    is_open: bool
    told_at: datetime


def needs_of(viewer: Viewer, *, person_id: UUID) -> list[NeedLine]:
    """The person's needs, newest first; none for a viewer who may not read them. One statement."""
    return [
        NeedLine(
            id=need.id,
            words=need.words,
            domain=NeedDomain(need.domain),
            domain_words=str(DOMAIN_WORDS[NeedDomain(need.domain)]),
            level_words=str(LEVEL_WORDS[Level(need.level)]),
            is_open=need.status == NeedStatus.OPEN.value,
            told_at=need.told_at,
        )
        for need in needs(viewer, May.READ).filter(person_id=person_id).order_by("-told_at", "-pk")
    ]
