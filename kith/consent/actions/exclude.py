"""A person names someone who should not see their things."""

from uuid import UUID

from django.db import IntegrityError, transaction

from kith.consent.events import ExclusionMade
from kith.consent.models import Exclusion
from kith.consent.policies.exclusion import May, exclusions
from kith.consent.policies.giving import check_speaks_for
from kith.consent.policies.grant import May as MayConsent
from kith.consent.policies.grant import held_grants
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer


@transaction.atomic
def exclude(
    viewer: Viewer,
    *,
    person_id: UUID,
    holder_id: UUID,
    organization_id: UUID,
    contact_id: UUID | None,
    words: str,
) -> UUID:
    """Keep everything from a partner, or with `contact_id` from one human there. Returns the exclusion's id.

    They are never told: no message, no event of theirs. Saying it twice gives the first one's id. The
    caller knows that the person's record is the holder's. Raises NotFound if the viewer does not speak for
    the person.
    """
    check_speaks_for(viewer, person_id=person_id, holder_id=holder_id)
    # Every sharing holds the same rows: one of the two comes first.
    held_grants(viewer, MayConsent.CHANGE, person_id=person_id)
    stands = (
        exclusions(viewer, May.CHANGE)
        .filter(person_id=person_id, holder_id=holder_id, lifted_at=None)
        .filter(organization_id=organization_id, contact_id=contact_id)
    )
    if (earlier := stands.first()) is not None:
        return earlier.id
    row = Exclusion(
        person_id=person_id,
        holder_id=holder_id,
        organization_id=organization_id,
        contact_id=contact_id,
        words=words.strip(),
        excluded_at=clock.now(),
    )
    if not _is_first(row):
        return stands.get().id
    record(
        viewer,
        ExclusionMade(
            subject=Ref("person", person_id),
            person_id=person_id,
            organization_id=holder_id,
            excluded_organization_id=organization_id,
            excluded_contact_id=contact_id,
        ),
    )
    return row.id


def _is_first(row: Exclusion) -> bool:
    """Keep it; of two at the same moment, where no consent is there to hold, one gets through."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True
