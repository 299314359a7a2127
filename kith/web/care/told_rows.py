"""Who knows what about one person, in words; for the worker's and the person's own page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kith.consent.terms import KIND_WORDS, ConsentState
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.disclosure.queries.who_knows_what import who_knows_what


@dataclass(frozen=True, slots=True)
class ToldRow:
    """One partner: what it was told, when, and whether it may still see it."""

    recipient_name: str
    kinds_words: str
    told_on: date
    consent_id: UUID
    state: ConsentState
    is_stopped: bool
    stopped_on: date | None
    can_stop: bool


def told_rows(viewer: Viewer, *, person_id: UUID) -> list[ToldRow]:
    """One row a partner, the one told last in front. Raises NotFound or Denied."""
    lines = who_knows_what(viewer, person_id=person_id)
    names = organization_names(viewer, organization_ids=[line.recipient_id for line in lines])
    return [
        ToldRow(
            recipient_name=names.get(line.recipient_id, ""),
            kinds_words=capfirst(_(", ").join(str(KIND_WORDS[kind]) for kind in line.kinds)),
            told_on=line.told_on,
            consent_id=line.consent_id,
            state=line.state,
            is_stopped=line.is_stopped,
            stopped_on=line.stopped_on,
            can_stop=not line.is_stopped and line.state in {ConsentState.LIVE, ConsentState.PAUSED},
        )
        for line in lines
    ]
