"""What a person's word is worth, held until the transaction ends."""

from uuid import UUID

from kith.consent.policies.grant import May, held_grants
from kith.consent.standing_of import standing_of
from kith.consent.views_of import Standing
from kith.core.ids import Ref
from kith.core.viewer import Viewer


def standing_held(
    viewer: Viewer,
    *,
    person_id: UUID,
    holder_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
) -> Standing:
    """As `standing`, with the person's consents locked: taking back waits for us, or we see it taken back.

    Call it inside a transaction (on SQLite the transaction itself is the lock).
    """
    rows = held_grants(viewer, May.READ, person_id=person_id)
    return standing_of(
        viewer,
        [row for row in rows if row.holder_id == holder_id],
        person_id=person_id,
        holder_id=holder_id,
        recipient_id=recipient_id,
        contact_id=contact_id,
        about=about,
    )
