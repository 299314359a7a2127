"""Another worker looks after the person."""

from uuid import UUID

from django.db import transaction

from kith.accounts.queries.colleagues import colleagues
from kith.core.events import record
from kith.core.viewer import Role, Viewer
from kith.people.errors import NotAColleague
from kith.people.events import PersonHandedOver
from kith.people.policies.person import May, one_person_to_change
from kith.post.actions.pass_on_messages import pass_on_messages

LOOK_AFTER_PEOPLE = frozenset({Role.NAVIGATOR, Role.CLINICIAN})


@transaction.atomic
def hand_over_person(viewer: Viewer, *, person_id: UUID, to_user_id: UUID) -> None:
    """Make a colleague the one who looks after the person; to the same one again changes nothing.

    What waits to be sent to the person goes with them. Raises NotFound, Denied, or NotAColleague unless
    they are a navigator or clinician here.
    """
    person = one_person_to_change(viewer, person_id, May.HAND_OVER)
    here = {one.user_id for one in colleagues(viewer) if one.roles & LOOK_AFTER_PEOPLE}
    if to_user_id not in here:
        raise NotAColleague(field="to_user")
    before = person.owner_user_id
    if before == to_user_id:
        return
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
