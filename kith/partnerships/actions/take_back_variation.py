"""Whoever asked for a change needs it no more."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_events import VariationTakenBack
from kith.partnerships.lifecycle.variation import may_be_taken_back
from kith.partnerships.policies.variation import May, one_variation_to_change
from kith.partnerships.settling import settle
from kith.partnerships.terms import VariationStatus


@transaction.atomic
def take_back_variation(viewer: Viewer, *, variation_id: UUID) -> None:
    """Take back what the viewer's organisation asked; the clause stays as it is.

    Raises NotFound, Denied (others asked), or StatusConflict once an agreed one has begun.
    """
    variation = one_variation_to_change(viewer, variation_id, May.ANSWER)
    if variation.organization_id != viewer.organization_id:
        raise Denied
    today = clock.today(variation.agreement.timezone)
    if not may_be_taken_back(variation.status, first_on=variation.first_on, today=today):
        raise StatusConflict
    settle(variation, VariationStatus.TAKEN_BACK)
    record(
        viewer,
        VariationTakenBack(
            subject=variation.ref,
            organization_id=variation.organization_id,
            agreement_id=variation.agreement_id,
            clause_key=variation.clause_key,
        ),
    )
