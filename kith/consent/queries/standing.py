"""What a person's word is worth now."""

from uuid import UUID

from kith.consent.policies.grant import May, grants
from kith.consent.standing_of import standing_of
from kith.consent.views_of import Standing
from kith.core.ids import Ref
from kith.core.viewer import Viewer


def standing(
    viewer: Viewer,
    *,
    person_id: UUID,
    holder_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
) -> Standing:
    """The standing of the person's yes for one record, one partner, and one human there. Three statements.

    A yes for another record does not count, nor what was said to another holder. A viewer who may not read
    it gets the standing of no consent.
    """
    rows = grants(viewer, May.READ).filter(person_id=person_id, holder_id=holder_id)
    return standing_of(
        viewer,
        list(rows.filter(recipient_id=recipient_id)),
        person_id=person_id,
        holder_id=holder_id,
        recipient_id=recipient_id,
        contact_id=contact_id,
        about=about,
    )
