"""The person says how and when we may reach them."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.people.policies.person import May, one_person_to_change
from kith.post.actions.set_safe_contact import set_safe_contact
from kith.post.safe_contact import SafeContact


@transaction.atomic
def set_how_to_reach(viewer: Viewer, *, person_id: UUID, rule: SafeContact) -> None:
    """Write how and when the person may be reached. It counts from this moment on, also for what waits.

    Raises NotFound, Denied, or BadInput where the rule does not hold together.
    """
    person = one_person_to_change(viewer, person_id, May.CHANGE)
    set_safe_contact(viewer, person_id=person.id, rule=rule, organization_id=person.organization_id)
