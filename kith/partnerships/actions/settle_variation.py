"""A change for a while is agreed when everybody towards whom it is owed has said yes, or did so before."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_events import VariationAgreed, VariationNotAgreed
from kith.partnerships.policies.variation import May, all_answers, one_variation_to_change
from kith.partnerships.policies.variation_sides import asked_sides
from kith.partnerships.settling import settle
from kith.partnerships.terms import VariationStatus


@transaction.atomic
def settle_variation(viewer: Viewer, *, variation_id: UUID) -> bool:
    """Agree it, or not, as far as the answers decide. Returns True if it is settled now.

    Raises NotFound or Denied.
    """
    variation = one_variation_to_change(viewer, variation_id, May.ANSWER)
    said = dict(all_answers(variation).values_list("organization_id", "is_yes"))
    if not all(said.values()):
        settle(variation, VariationStatus.NOT_AGREED)
        record(
            viewer,
            VariationNotAgreed(
                subject=variation.ref,
                organization_id=variation.organization_id,
                agreement_id=variation.agreement_id,
                clause_key=variation.clause_key,
            ),
        )
        return True
    waiting = asked_sides(variation) - said.keys()
    if waiting and not variation.is_within_tolerance:
        return False
    settle(variation, VariationStatus.AGREED)
    record(
        viewer,
        VariationAgreed(
            subject=variation.ref,
            organization_id=variation.organization_id,
            agreement_id=variation.agreement_id,
            clause_key=variation.clause_key,
            first_on=variation.first_on,
            last_on=variation.last_on,
            is_within_tolerance=variation.is_within_tolerance,
        ),
    )
    return True
