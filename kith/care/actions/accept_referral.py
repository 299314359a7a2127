"""The partner says yes; the name does not leave with it."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from kith.care.actions.keep_answer import keep_answer
from kith.care.errors import SharingStopped
from kith.care.events import ReferralAccepted
from kith.care.lifecycle.referral import check_step
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import AnswerKind, NextStep, ReferralStatus
from kith.care.told import Told
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.actions.take_place import take_place
from kith.directory.terms import PlaceTaken
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.post.actions.close_links import close_links

CHOOSE_WITHIN = timedelta(days=1)


@transaction.atomic
def accept_referral(viewer: Viewer, *, referral_id: UUID, told: Told) -> UUID:
    """Take a place, keep the yes, and put the choice to the person. Returns the referral's id.

    Raises NotFound, Denied, StatusConflict, AnswerComesFromElsewhere, NoPlacesLeft (nothing is kept), or
    SharingStopped if the person has stopped sharing since.
    """
    referral = one_referral_to_change(viewer, referral_id, May.ANSWER)
    check_step(referral.status, ReferralStatus.ACCEPTED)
    if referral.ask_disclosure_id is None:
        raise SharingStopped
    if what_was_shared(viewer, disclosure_id=referral.ask_disclosure_id).is_stopped:
        raise SharingStopped
    referral.has_place = take_place(viewer, service_id=referral.service_id) is PlaceTaken.TAKEN
    referral.status = ReferralStatus.ACCEPTED.value
    referral.answered_at = clock.now()
    referral.next_step = NextStep.CHOOSE.value
    referral.next_at = clock.now() + CHOOSE_WITHIN
    referral.save()
    keep_answer(viewer, referral_id=referral.id, kind=AnswerKind.YES, reason="", closed_until=None, told=told)
    close_links(viewer, about=referral.ref)
    record(
        viewer,
        ReferralAccepted(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            via=told.via,
        ),
    )
    return referral.id
