"""The service says what came of it."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.actions.end_referral import end_referral
from kith.care.events import ServiceReported
from kith.care.models import Referral, ServiceReport
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.policies.told import check_told
from kith.care.terms import Disposition, NextStep, ReferralStatus, WhatHappened
from kith.care.told import Told
from kith.core import clock
from kith.core.errors import BadInput, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer

ASK_PERSON_WITHIN = timedelta(days=2)
LOOK_AGAIN_WITHIN = timedelta(days=7)


@transaction.atomic
def report_what_happened(
    viewer: Viewer, *, referral_id: UUID, happened: WhatHappened, happened_on: date, told: Told
) -> UUID:
    """Keep the service's evidence; then it is the person's turn to speak. Returns the referral's id.

    MET: ask the person within two days. NOT_YET: look again in a week. NOT_REACHED: the referral ends and
    the place comes back. Raises NotFound, Denied, StatusConflict, AnswerComesFromElsewhere, BadInput.
    """
    referral = one_referral_to_change(viewer, referral_id, May.REPORT)
    check_told(viewer, referral, told)
    if referral.status != ReferralStatus.NAMED.value:
        raise StatusConflict
    if happened_on > clock.now().date() + timedelta(days=1):
        raise BadInput(_("That day has not come yet."), field="happened_on")
    ServiceReport.objects.create(
        referral=referral,
        happened=happened.value,
        happened_on=happened_on,
        via=told.via.value,
        told_by=told.told_by.strip(),
        told_at=told.told_at,
        recorded_by_id=viewer.user_id,
    )
    _set_next(viewer, referral, happened)
    record(
        viewer,
        ServiceReported(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            via=told.via,
            happened=happened,
        ),
    )
    return referral.id


def _set_next(viewer: Viewer, referral: Referral, happened: WhatHappened) -> None:
    if happened is WhatHappened.NOT_REACHED:
        end_referral(
            viewer,
            referral_id=referral.id,
            status=ReferralStatus.NOT_REACHED,
            disposition=Disposition.NOT_REACHED,
        )
        return
    met = happened is WhatHappened.MET
    referral.next_step = NextStep.ASK_PERSON.value if met else NextStep.WAIT_TO_MEET.value
    referral.next_at = clock.now() + (ASK_PERSON_WITHIN if met else LOOK_AGAIN_WITHIN)
    referral.save()
