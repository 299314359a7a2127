"""What a partner is to hear as a matter of routine."""

from typing import Protocol
from uuid import UUID

from django.utils import translation

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May, one_partner
from kith.partnerships.policies.routine_mail import reader_at, told_keys
from kith.partnerships.queries.due_lines import due_lines
from kith.partnerships.queries.life_lines import life_lines
from kith.partnerships.queries.listing_lines import listing_lines
from kith.partnerships.queries.report_lines import report_lines
from kith.partnerships.queries.table_lines import table_lines
from kith.partnerships.routine import RoutineLine


class Source(Protocol):
    """A query of what is due for one partner; it is asked in the language of the reader."""

    def __call__(self, viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
        """The lines."""


SOURCES: tuple[Source, ...] = (listing_lines, table_lines, due_lines, life_lines, report_lines)
"""In the order of the mail. To add to it: one query a file, and its name here."""


def routine_lines_for(viewer: Viewer, *, organization_id: UUID) -> list[RoutineLine]:
    """What the partner was not told yet, in its reader's language; none where nobody can be mailed.

    Raises NotFound or Denied.
    """
    partner = one_partner(viewer, organization_id, May.LOOK_AFTER)
    reader = reader_at(viewer, partner.pk)
    if reader is None:
        return []
    told = told_keys(viewer, partner.pk)
    with translation.override(reader.language):
        lines = [line for source in SOURCES for line in source(viewer, organization_id=organization_id)]
    return [line for line in lines if line.key not in told]
