"""The person's own word."""

from uuid import UUID

from django.db import transaction

from kith.care.events import PersonSpoke
from kith.care.models import PersonsWord
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import Helped, NextStep, ReferralStatus, ToldVia
from kith.core import clock
from kith.core.errors import BadInput, StatusConflict
from kith.core.events import record
from kith.core.viewer import Door, Viewer


@transaction.atomic
def say_how_it_went(viewer: Viewer, *, referral_id: UUID, helped: Helped, words: str) -> UUID:
    """Keep what the person says of it, from their page or as told to a worker. Returns the referral's id.

    Only a worker can record NOT_ASKED. Raises NotFound, Denied, or StatusConflict before the name was told.
    """
    referral = one_referral_to_change(viewer, referral_id, May.SPEAK)
    if referral.status not in {ReferralStatus.NAMED.value, ReferralStatus.COMPLETED.value}:
        raise StatusConflict
    is_own = viewer.door is Door.PORTAL
    if is_own and helped is Helped.NOT_ASKED:
        raise BadInput(field="helped")
    via = ToldVia.PORTAL if is_own else ToldVia.WITH_WORKER
    PersonsWord.objects.create(
        referral=referral,
        helped=helped.value,
        words=words.strip(),
        via=via.value,
        said_at=clock.now(),
        recorded_by_id=viewer.user_id,
    )
    if referral.next_step == NextStep.ASK_PERSON.value:
        referral.next_step = NextStep.FINISH.value
        referral.next_at = clock.now()
        referral.save(update_fields=["next_step", "next_at"])
    record(
        viewer,
        PersonSpoke(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            via=via,
            helped=helped,
        ),
    )
    return referral.id
