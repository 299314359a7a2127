"""Keeping what came of looking at an agreement together."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_errors import BadReviewDay, WordsMissing
from kith.partnerships.life_events import ReviewHeld
from kith.partnerships.life_terms import LifeStep
from kith.partnerships.models import JointEvent, LifeNote, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.policies.withdrawal import bound_parties
from kith.partnerships.table_terms import JointKind
from kith.partnerships.terms import VersionState


@transaction.atomic
def note_review(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    held_on: date,
    came: Sequence[UUID],
    works: str,
    to_change: str,
    next_on: date | None,
) -> None:
    """Keep what works, what is to change, who was there, and when the parties look again.

    The words that bind stay as they are: what is to change needs a new version. `next_on` None: as the
    review cycle says. A partnership learns that its parties held a review, and who came: the words and the
    agreement's name stay with the parties, for other seats may not know of it.
    Raises NotFound, Denied, WordsMissing, BadReviewDay, BadInput (somebody came who is no party), or
    StatusConflict unless words were signed.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.VARY)
    version = version_in_state(agreement, VersionState.SIGNED)
    if version is None:
        raise StatusConflict
    if not works.strip():
        raise WordsMissing(field="works")
    today = clock.today(agreement.timezone)
    _check_days(version, held_on, next_on, today)
    bound = set(bound_parties(agreement, on=today).values_list("organization_id", flat=True))
    if not came or not bound.issuperset(came):
        raise BadInput(field="came")
    LifeNote.objects.create(
        agreement=agreement,
        step=LifeStep.REVIEWED.value,
        words=works.strip(),
        to_change=to_change.strip(),
        held_on=held_on,
        next_on=next_on,
        organization_id=viewer.organization_id,
        noted_by_id=viewer.user_id,
        noted_at=clock.now(),
    )
    if agreement.partnership_id is not None:
        JointEvent.objects.create(
            partnership_id=agreement.partnership_id,
            kind=JointKind.REVIEW.value,
            held_on=held_on,
            title="",
            came=[str(organization_id) for organization_id in came],
            noted_by_id=viewer.user_id,
            noted_at=clock.now(),
        )
    record(
        viewer,
        ReviewHeld(
            subject=agreement.ref,
            organization_id=viewer.organization_id,
            held_on=held_on,
            next_on=next_on,
        ),
    )


def _check_days(version: Version, held_on: date, next_on: date | None, today: date) -> None:
    if not version.starts_on <= held_on <= today:
        raise BadReviewDay(field="held_on")
    if next_on is not None and not today < next_on <= (version.ends_on or date.max):
        raise BadReviewDay(field="next_on")
