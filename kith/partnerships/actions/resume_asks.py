"""Taking asks again."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.errors import NotPaused
from kith.partnerships.events import AsksResumed
from kith.partnerships.models import PartnerPause
from kith.partnerships.policies.partner import May, one_partner_to_change
from kith.partnerships.policies.week import running_pause


@transaction.atomic
def resume_asks(viewer: Viewer, *, organization_id: UUID) -> None:
    """End the pause that runs: today counts again, the days before stay outside every clock.

    Raises NotFound, Denied or NotPaused.
    """
    partner = one_partner_to_change(viewer, organization_id, May.PAUSE)
    today = clock.today(partner.timezone)
    pause = running_pause(partner.pk, on=today)
    if pause is None:
        raise NotPaused
    _end_before(pause, today - timedelta(days=1))
    record(viewer, AsksResumed(subject=partner.ref, organization_id=organization_id))


def _end_before(pause: PartnerPause, yesterday: date) -> None:
    """Keep the paused days that went by; a pause of today alone leaves none."""
    if pause.first_on > yesterday:
        pause.delete()
        return
    pause.last_on = yesterday
    pause.save(update_fields=["last_on"])
