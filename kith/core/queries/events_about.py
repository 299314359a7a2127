"""What happened to one record."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from kith.core.event_line import EventLine, event_line
from kith.core.ids import Ref
from kith.core.policies.event import May, events
from kith.core.viewer import Viewer


def events_about(
    viewer: Viewer,
    *,
    about: Ref | None,
    person_id: UUID | None,
    not_of: Collection[UUID],
    limit: int,
) -> list[EventLine]:
    """The newest `limit` events about a thing, a person, or both (None: any), newest first.

    `not_of`: people whose events are left out where another organisation keeps their records.

    Only what the viewer may see: the person their own, a privacy officer those of their organisation; by
    person an officer finds only records that their own organisation keeps. One statement.
    """
    rows = events(viewer, May.READ if person_id is None else May.FIND_BY_PERSON)
    if about is not None:
        rows = rows.filter(subject_kind=about.kind, subject_id=about.id)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    if not_of:
        rows = rows.exclude(~Q(organization_id=viewer.organization_id), person_id__in=not_of)
    return [event_line(viewer, row) for row in rows.order_by("-at", "-id")[:limit]]
