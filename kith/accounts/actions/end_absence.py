"""A worker is back sooner, or does not go."""

from uuid import UUID

from django.db import transaction

from kith.accounts.events import AbsenceEnded
from kith.accounts.lifecycle.absence import state_of
from kith.accounts.policies.absence import absences, one_absence
from kith.accounts.terms import AbsenceState, May
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


@transaction.atomic
def end_absence(viewer: Viewer, *, absence_id: UUID) -> UUID:
    """End it now: what the colleague covered is the worker's again at once. Returns its id.

    Raises NotFound, Denied, or StatusConflict if it is over.
    """
    absence = one_absence(viewer, absence_id, May.CHANGE)
    today = clock.today(site_profile(viewer).timezone)
    if state_of(absence, on=today) is AbsenceState.OVER:
        raise StatusConflict
    running = absences(viewer, May.CHANGE).filter(pk=absence_id, ended_at__isnull=True)
    if running.update(ended_at=clock.now()) == 0:
        raise StatusConflict
    record(
        viewer,
        AbsenceEnded(subject=absence.ref, organization_id=absence.organization_id, user_id=absence.user_id),
    )
    return absence.id
