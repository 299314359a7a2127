"""What a person has agreed to."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.consent.events import ConsentsRead
from kith.consent.lifecycle.grant import ended_at, state_of
from kith.consent.models import ConsentDirective, ConsentGrant
from kith.consent.policies.grant import May, directives, grants
from kith.consent.terms import GivenHow, Kind, SharePurpose
from kith.consent.views_of import ConsentLine
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


def consents_of(viewer: Viewer, *, person_id: UUID) -> list[ConsentLine]:
    """Each yes of this person that was not replaced, newest first; the look is recorded.

    A privacy officer sees that it is, not the words. Three statements and the event.
    """
    rows = list(
        grants(viewer, May.SEE_THAT_IT_IS)
        .filter(person_id=person_id, is_replaced=False)
        .order_by("-valid_from", "-id")
    )
    if not rows:
        return []
    ids = [row.directive_id for row in rows]
    seen = directives(viewer, May.SEE_THAT_IT_IS).in_bulk(ids)
    readable = set(directives(viewer, May.READ).filter(id__in=ids).values_list("id", flat=True))
    _record_look(viewer, rows)
    now = clock.now()
    return [
        _line(row, seen[row.directive_id], may_read=row.directive_id in readable, now=now) for row in rows
    ]


@transaction.atomic
def _record_look(viewer: Viewer, rows: list[ConsentGrant]) -> None:
    person_id = rows[0].person_id
    record(
        viewer,
        ConsentsRead(
            subject=Ref("person", person_id),
            person_id=person_id,
            organization_id=rows[0].holder_id,
            lines=len(rows),
        ),
    )


def _line(row: ConsentGrant, directive: ConsentDirective, *, may_read: bool, now: datetime) -> ConsentLine:
    return ConsentLine(
        id=row.id,
        person_id=row.person_id,
        recipient_id=row.recipient_id,
        contact_id=row.contact_id,
        kinds=frozenset(Kind(kind) for kind in row.kinds),
        purpose=SharePurpose(row.purpose),
        state=state_of(row, at=now),
        given_at=row.valid_from,
        valid_until=row.valid_until,
        ended_at=ended_at(row, at=now),
        language=directive.language,
        interpreted_into=directive.interpreted_into,
        given_how=GivenHow(directive.given_how),
        worker_id=directive.worker_id,
        words=directive.words if may_read else "",
        interpreter=directive.interpreter if may_read else "",
    )
