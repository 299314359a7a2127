"""A worker will be away, and a colleague is there for them."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.accounts.errors import AlreadyAway, CannotCover, CoverIsAway, CoversThen, NotThoseDays
from kith.accounts.events import AbsenceSet
from kith.accounts.models import Absence
from kith.accounts.policies.absence import check_may_set, helpers_at, lasting
from kith.accounts.terms import LONGEST_ABSENCE_DAYS, May
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.locks import hold_lock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer


@transaction.atomic
def set_absence(viewer: Viewer, *, user_id: UUID, cover_id: UUID, first_on: date, last_on: date) -> UUID:
    """Write down that a worker is away on these days, both included, and who covers. Returns its id.

    Always with somebody who covers, so that no clock is without a present owner (promise 21). Raises Denied,
    NotFound if the worker helps nobody here, NotThoseDays, CannotCover, AlreadyAway, CoverIsAway, CoversThen.
    """
    organization_id = check_may_set(viewer, user_id=user_id)
    hold_lock(f"accounts.absences:{organization_id}")
    helpers = helpers_at(viewer, organization_id=organization_id)
    if user_id not in helpers:
        raise NotFound
    _check_days(viewer, first_on, last_on)
    if cover_id == user_id or cover_id not in helpers:
        raise CannotCover(field="cover_id")
    _check_free(viewer, user_id, cover_id, first_on, last_on)
    absence = Absence.objects.create(
        organization_id=organization_id,
        user_id=user_id,
        cover_id=cover_id,
        first_on=first_on,
        last_on=last_on,
        set_by_id=viewer.user_id,
        set_at=clock.now(),
    )
    record(
        viewer,
        AbsenceSet(
            subject=absence.ref,
            organization_id=organization_id,
            user_id=user_id,
            cover_id=cover_id,
            first_on=first_on,
            last_on=last_on,
        ),
    )
    return absence.id


def _check_days(viewer: Viewer, first_on: date, last_on: date) -> None:
    if first_on < clock.today(site_profile(viewer).timezone):
        raise NotThoseDays(field="first_on")
    if not first_on <= last_on < first_on + timedelta(days=LONGEST_ABSENCE_DAYS):
        raise NotThoseDays(field="last_on")


def _check_free(viewer: Viewer, user_id: UUID, cover_id: UUID, first_on: date, last_on: date) -> None:
    """Nobody is away twice, covers while away, or is away while they cover."""
    then = lasting(viewer, May.READ, first_on=first_on, last_on=last_on)
    if then.filter(user_id=user_id).exists():
        raise AlreadyAway(field="first_on")
    if then.filter(user_id=cover_id).exists():
        raise CoverIsAway(field="cover_id")
    if then.filter(cover_id=user_id).exists():
        raise CoversThen(field="first_on")
