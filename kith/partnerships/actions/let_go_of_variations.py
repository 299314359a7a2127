"""Newer words take the place of changes for a while that were agreed on the older ones."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_events import VariationTakenBack
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.variation import changed_clauses, running_variations
from kith.partnerships.settling import settle
from kith.partnerships.terms import VariationStatus


@transaction.atomic
def let_go_of_variations(viewer: Viewer, *, agreement_id: UUID, before: UUID, after: UUID) -> int:
    """Take back what was asked or agreed of clauses that the version `after` says otherwise, or no more.

    What is over already stays on record. Returns how many. Raises NotFound or Denied.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    changed = changed_clauses(before, after)
    found = running_variations(agreement, on=clock.today(agreement.timezone)).filter(clause_key__in=changed)
    for variation in found:
        settle(variation, VariationStatus.TAKEN_BACK)
        record(
            viewer,
            VariationTakenBack(
                subject=variation.ref,
                organization_id=variation.organization_id,
                agreement_id=agreement_id,
                clause_key=variation.clause_key,
            ),
        )
    return len(found)
