"""Taking no new asks for a while."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.errors import BadPause
from kith.partnerships.events import AsksPaused
from kith.partnerships.models import PartnerPause
from kith.partnerships.policies.partner import May, one_partner_to_change
from kith.partnerships.policies.week import running_pause

LONGEST_PAUSE = timedelta(days=366)


@transaction.atomic
def pause_asks(viewer: Viewer, *, organization_id: UUID, until: date) -> None:
    """Take no new asks from today to `until`, both included, in the partner's zone.

    A pause that runs already gets the new last day; the same day again changes nothing. Paused days stay
    outside every clock.
    Raises NotFound, Denied or BadPause.
    """
    partner = one_partner_to_change(viewer, organization_id, May.PAUSE)
    today = clock.today(partner.timezone)
    if not today <= until <= today + LONGEST_PAUSE:
        raise BadPause(field="until")
    pause = running_pause(partner.pk, on=today)
    if pause is not None and pause.last_on == until:
        return
    if pause is None:
        pause = PartnerPause.objects.create(partner=partner, first_on=today, last_on=until)
    pause.last_on = until
    pause.save(update_fields=["last_on"])
    record(
        viewer,
        AsksPaused(
            subject=partner.ref, organization_id=organization_id, first_on=pause.first_on, last_on=until
        ),
    )
