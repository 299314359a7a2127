"""The name that goes to a partner after their yes."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.events import PersonChanged
from kith.people.policies.person import May, one_person_to_change
from kith.people.wording import checked_name


@transaction.atomic
def set_name(viewer: Viewer, *, person_id: UUID, name: str) -> None:
    """Write the name as the person wants it told; empty takes it away.

    Raises NotFound, Denied, or BadInput if it is too long.
    """
    person = one_person_to_change(viewer, person_id, May.CHANGE)
    found = checked_name(name)
    if person.name == found:
        return
    person.name = found
    person.save()
    record(
        viewer,
        PersonChanged(
            subject=person.ref, organization_id=person.organization_id, person_id=person.id, parts=("name",)
        ),
    )
