"""Which agreements are to be looked at again soon, and which end."""

from dataclasses import dataclass
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.partnerships.due import Near, coming_due
from kith.partnerships.policies.due import binding_words, dated

LONGEST = 200


@dataclass(frozen=True, slots=True)
class DueLine:
    """One agreement whose review or last day is near, or by."""

    agreement_id: UUID
    title: str
    near: Near


def agreements_coming_due(viewer: Viewer, *, organization_id: UUID) -> list[DueLine]:
    """Of what binds this organisation, and the viewer; the nearest day first. Three statements.

    Whoever leaves is not reminded. A last day that is over stays, until it is renewed or ended.
    """
    rows = dated(binding_words(viewer, organization_id=organization_id)[:LONGEST])
    lines = [
        DueLine(row.version.agreement_id, row.version.title, near)
        for row in rows
        for near in coming_due(row.dates, today=clock.today(row.version.agreement.timezone))
    ]
    return sorted(lines, key=lambda line: (line.near.due_on, str(line.agreement_id)))
