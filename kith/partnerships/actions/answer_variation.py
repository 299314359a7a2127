"""Saying yes or no to a change for a while."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied, StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.actions.settle_variation import settle_variation
from kith.partnerships.life_errors import AlreadyAnswered, WordsMissing
from kith.partnerships.lifecycle.variation import may_be_answered
from kith.partnerships.models import VariationAnswer
from kith.partnerships.policies.variation import May, all_answers, one_variation_to_change
from kith.partnerships.policies.variation_sides import asked_sides


@transaction.atomic
def answer_variation(viewer: Viewer, *, variation_id: UUID, is_yes: bool, words: str) -> bool:
    """Answer for the viewer's organisation; a no says why. Returns True if it is settled now.

    Raises NotFound, Denied (it is not owed to them), AlreadyAnswered, WordsMissing, or StatusConflict if it
    is settled or over.
    """
    variation = one_variation_to_change(viewer, variation_id, May.ANSWER)
    if viewer.organization_id is None or viewer.organization_id not in asked_sides(variation):
        raise Denied
    if all_answers(variation).filter(organization_id=viewer.organization_id).exists():
        raise AlreadyAnswered
    today = clock.today(variation.agreement.timezone)
    if not may_be_answered(variation.status, last_on=variation.last_on, today=today):
        raise StatusConflict
    if not is_yes and not words.strip():
        raise WordsMissing(field="words")
    VariationAnswer.objects.create(
        variation=variation,
        organization_id=viewer.organization_id,
        is_yes=is_yes,
        words=words.strip(),
        answered_at=clock.now(),
        answered_by_id=viewer.user_id,
    )
    return settle_variation(viewer, variation_id=variation_id)
