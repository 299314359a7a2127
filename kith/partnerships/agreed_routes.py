"""From how many organisations services take asks under what binds them today."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.policies.binding import binding
from kith.partnerships.policies.held_clauses import clauses_that_hold
from kith.partnerships.what_is_promised import Between, what_is_promised


def agreed_routes(
    viewer: Viewer, *, receiver_id: UUID, sender_ids: Iterable[UUID], service_ids: Sequence[UUID]
) -> dict[UUID, int]:
    """How many of these organisations may send to each of the services. Two statements a sender."""
    count = dict.fromkeys(service_ids, 0)
    for sender_id in sender_ids:
        for service_id in _accepting(viewer, sender_id, receiver_id, service_ids):
            count[service_id] += 1
    return count


def _accepting(viewer: Viewer, sender_id: UUID, receiver_id: UUID, service_ids: Sequence[UUID]) -> list[UUID]:
    bound = binding(viewer, sender_id=sender_id, receiver_id=receiver_id, on=None)
    held = [replace(one, varied=None) for one in clauses_that_hold(bound, [ClauseKind.REFERRAL_ROUTE])]
    agreements = [one.agreement_id for one in bound]
    return [
        service_id
        for service_id in service_ids
        if what_is_promised(
            agreements,
            held,
            Between(sender_id=sender_id, receiver_id=receiver_id, service_id=service_id),
        ).accepts
    ]
