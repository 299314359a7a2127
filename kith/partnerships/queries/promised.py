"""What is promised between two organisations for one service today."""

from datetime import date
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.binding import binding
from kith.partnerships.policies.held_clauses import clauses_between
from kith.partnerships.what_is_promised import (
    NOTHING_PROMISED,
    Between,
    Promised,
    what_is_promised,
)


def promised(
    viewer: Viewer, *, sender_id: UUID, receiver_id: UUID, service_id: UUID | None, on: date | None = None
) -> Promised:
    """What the receiver promises this sender for this service, as far as `viewer` may know. Two statements.

    `on` is a day where each agreement is; None is today there. `service_id` None: for no service in
    particular. What is varied by agreement on that day is read as varied.
    """
    bound = binding(viewer, sender_id=sender_id, receiver_id=receiver_id, on=on)
    if not bound:
        return NOTHING_PROMISED
    between = Between(sender_id=sender_id, receiver_id=receiver_id, service_id=service_id)
    held = clauses_between(bound, between)
    return what_is_promised([one.agreement_id for one in bound], held, between)
