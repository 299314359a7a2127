"""Saying how many open asks a partner can carry at once."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.errors import BadLimit
from kith.partnerships.events import OpenAsksLimitSet
from kith.partnerships.policies.partner import May, one_partner_to_change

HIGHEST_LIMIT = 500


@transaction.atomic
def set_open_asks_limit(viewer: Viewer, *, organization_id: UUID, limit: int | None) -> None:
    """Keep the limit; None takes it away.

    Raises NotFound, Denied or BadLimit.
    """
    partner = one_partner_to_change(viewer, organization_id, May.LOOK_AFTER)
    if limit is not None and not 1 <= limit <= HIGHEST_LIMIT:
        raise BadLimit(field="limit")
    partner.max_open_asks = limit
    partner.save(update_fields=["max_open_asks"])
    record(viewer, OpenAsksLimitSet(subject=partner.ref, organization_id=organization_id, limit=limit))
