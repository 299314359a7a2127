"""Stating a partner's own days and hours."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.events import WorkingDaysSet
from kith.partnerships.policies.partner import May, one_partner_to_change
from kith.partnerships.week import stated_week


@transaction.atomic
def set_working_days(
    viewer: Viewer,
    *,
    organization_id: UUID,
    timezone: str,
    days: Mapping[int, tuple[str, str]],
    closed_on: Sequence[date],
) -> None:
    """Keep the week anew: weekday (Monday 0) to local hours, and single closed days. No day: no clock.

    Raises NotFound, Denied or BadWeek.
    """
    partner = one_partner_to_change(viewer, organization_id, May.LOOK_AFTER)
    week = stated_week(timezone=timezone, days=days, closed_on=closed_on)
    partner.timezone, partner.days, partner.closed_on = week.timezone, week.days, week.closed_on
    partner.save(update_fields=["timezone", "days", "closed_on"])
    record(viewer, WorkingDaysSet(subject=partner.ref, organization_id=organization_id, days=len(week.days)))
