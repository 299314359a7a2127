"""Noting a training or a review that partners held together."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.models import JointEvent
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.policies.seat import seats
from kith.partnerships.table_check import LONGEST_NAME, LONGEST_WORDS
from kith.partnerships.table_errors import BadNote
from kith.partnerships.table_events import JointEventNoted
from kith.partnerships.table_terms import JointKind


@transaction.atomic
def note_joint_event(
    viewer: Viewer,
    *,
    partnership_id: UUID,
    kind: JointKind,
    held_on: date,
    title: str,
    learned: str,
    came: Collection[UUID],
) -> UUID:
    """Keep what was held, who came and what was learned; any seat may. Returns its id.

    Raises NotFound, Denied, or BadNote, naming the field.
    """
    partnership = one_partnership(viewer, partnership_id, May.TAKE_PART)
    seated = {seat.organization_id for seat in seats(viewer, [partnership.pk])}
    _check(held_on=held_on, today=clock.today(partnership.timezone), title=title, learned=learned)
    if not came or not set(came) <= seated:
        raise BadNote(field="came")
    event = JointEvent.objects.create(
        partnership=partnership,
        kind=kind.value,
        held_on=held_on,
        title=title.strip(),
        learned=learned.strip(),
        came=sorted(map(str, came)),
        noted_by_id=viewer.user_id,
        noted_at=clock.now(),
    )
    record(
        viewer,
        JointEventNoted(
            subject=partnership.ref,
            organization_id=viewer.organization_id,
            joint_kind=kind,
            came=len(set(came)),
        ),
    )
    return event.pk


def _check(*, held_on: date, today: date, title: str, learned: str) -> None:
    if held_on > today:
        raise BadNote(field="held_on")
    if not title.strip() or len(title.strip()) > LONGEST_NAME:
        raise BadNote(field="title")
    if len(learned) > LONGEST_WORDS:
        raise BadNote(field="learned")
