"""Weeks and pauses are seen by those who may see the partner; a clock needs all pauses."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.core.viewer import Viewer
from kith.core.working_time import Pause, WorkingWeek
from kith.partnerships.models import Partner, PartnerPause
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.week import StatedWeek, working_week


def weeks_of(viewer: Viewer, found: Sequence[Partner], may: May) -> dict[UUID, WorkingWeek]:
    """The clock of each of these partners by organisation, pauses left out. One statement."""
    seen = partners(viewer, may).filter(pk__in=[partner.pk for partner in found])
    rows = PartnerPause.objects.filter(partner_id__in=seen.values("pk")).order_by("first_on", "pk")
    pauses = [(row.partner_id, Pause(row.first_on, row.last_on)) for row in rows]
    return {
        partner.organization_id: working_week(
            StatedWeek(partner.timezone, partner.days, partner.closed_on),
            [pause for partner_id, pause in pauses if partner_id == partner.pk],
        )
        for partner in found
    }


def running_pause(partner_id: UUID, *, on: date) -> PartnerPause | None:
    """The pause of this partner that holds `on`; the partner was found by its own policy before."""
    return PartnerPause.objects.filter(partner_id=partner_id, first_on__lte=on, last_on__gte=on).first()


def pause_ends_on(week: WorkingWeek, *, on: date) -> date | None:
    """The last day of the pause that holds `on`."""
    return max((p.last_on for p in week.pauses if p.first_on <= on <= p.last_on), default=None)
