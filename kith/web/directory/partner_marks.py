"""How the organisation of a listing stands to the reader's own: for those who work with people only."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.viewer import Viewer
from kith.partnerships.queries.partner_marks import PartnerMark, partner_marks
from kith.partnerships.queries.promised import promised
from kith.web.partnerships.kept_words import days_left_words
from kith.web.partnerships.roles import READERS


@dataclass(frozen=True, slots=True)
class MarkRow:
    """`words`: how they stand to us. `ends`: how long that goes on. `days`: of theirs, to an answer."""

    organization_id: UUID
    words: str
    mark: PartnerMark
    ends: str
    takes_from_us: bool
    days: int | None


def mark_of(viewer: Viewer, *, organization_id: UUID, service_id: UUID | None) -> MarkRow | None:
    """None for the public, for one's own organisation, and where they are no partner."""
    if not viewer.has(*READERS) or viewer.organization_id is None:
        return None
    mark = partner_marks(viewer, organization_ids=[organization_id]).get(organization_id)
    if mark is None:
        return None
    found = promised(
        viewer, sender_id=viewer.organization_id, receiver_id=organization_id, service_id=service_id
    )
    return MarkRow(
        organization_id=organization_id,
        words=_words(mark),
        mark=mark,
        ends=days_left_words(mark.days_left),
        takes_from_us=found.accepts,
        days=found.response.body.days if found.response else None,
    )


def _words(mark: PartnerMark) -> str:
    if mark.binds:
        return _("An agreement between us is in force.")
    if mark.days_left is not None and mark.days_left < 0:
        return _("The agreement between us ran out.")
    if mark.starts_on is not None:
        return _("The agreement between us has not begun yet.")
    return _("A partner here, without an agreement with us.")
