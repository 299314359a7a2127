"""Someone has left: the people they looked after get a worker who is there."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from kith.accounts.queries.away_now import away_now
from kith.accounts.queries.colleagues import colleagues
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.actions.hand_over_person import LOOK_AFTER_PEOPLE
from kith.people.events import PersonHandedOver
from kith.people.models import Person
from kith.people.policies.person import May, persons
from kith.post.actions.pass_on_messages import pass_on_messages


@transaction.atomic
def reassign_people(viewer: Viewer, *, user_id: UUID, organization_id: UUID) -> int:
    """Give the people of one who no longer helps people there to one who does; returns how many.

    The first by name who is not away gets them, with what waits to be sent to them. Nothing changes while the
    one still helps people there, or where nobody else does.
    """
    there = replace(viewer, organization_id=organization_id)
    helpers = [one.user_id for one in colleagues(there) if one.roles & LOOK_AFTER_PEOPLE]
    if not helpers or user_id in helpers:
        return 0
    theirs = persons(viewer, May.CHANGE).filter(owner_user_id=user_id, organization_id=organization_id)
    away = {line.user_id for line in away_now(there)}
    present = [one for one in helpers if one not in away] or helpers
    rows = list(theirs.select_for_update(of=("self",)))
    for person in rows:
        _give(viewer, person, present[0])
    return len(rows)


def _give(viewer: Viewer, person: Person, to_user_id: UUID) -> None:
    before = person.owner_user_id
    person.owner_user_id = to_user_id
    person.save(update_fields=["owner_user"])
    pass_on_messages(viewer, about=person.ref, to_user_id=to_user_id)
    record(
        viewer,
        PersonHandedOver(
            subject=person.ref,
            organization_id=person.organization_id,
            person_id=person.id,
            from_user_id=before,
            to_user_id=to_user_id,
        ),
    )
