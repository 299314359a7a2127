"""A person names someone who should not see their things."""

from uuid import UUID

from django.db import transaction

from kith.consent.actions.exclude import exclude
from kith.consent.views_of import Told
from kith.core.viewer import Viewer
from kith.disclosure.policies.sharing import check_may_share
from kith.disclosure.stopping import stop_excluded
from kith.people.queries.person_facts import person_facts


@transaction.atomic
def exclude_from_sharing(
    viewer: Viewer, *, person_id: UUID, organization_id: UUID, contact_id: UUID | None, words: str
) -> UUID:
    """Keep everything from a partner, or with `contact_id` from one human there. Returns the exclusion's id.

    What they were told is hidden and what waits to go out to them is stopped; they are never told why.
    Raises NotFound or Denied.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    exclusion_id = exclude(
        viewer,
        person_id=person_id,
        holder_id=person.organization_id,
        organization_id=organization_id,
        contact_id=contact_id,
        words=words,
    )
    stop_excluded(
        viewer,
        Told(person_id=person_id, holder_id=person.organization_id, recipient_id=organization_id),
        contact_id=contact_id,
    )
    return exclusion_id
