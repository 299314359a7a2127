"""Welcoming an organisation as a partner."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.core import clock
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.code_word import checked_code_word
from kith.partnerships.errors import AlreadyPartner
from kith.partnerships.events import PartnerWelcomed
from kith.partnerships.models import Partner
from kith.partnerships.policies.partner import check_may_welcome
from kith.partnerships.week import StatedWeek, stated_week


@transaction.atomic
def welcome_partner(
    viewer: Viewer,
    *,
    organization_id: UUID,
    code_word: str,
    timezone: str,
    days: Mapping[int, tuple[str, str]],
    closed_on: Sequence[date],
) -> UUID:
    """Make an organisation of the directory a partner; its days may still be unknown (`{}`).

    Raises Denied, NotFound, CodeWordMissing, BadWeek, or AlreadyPartner.
    """
    check_may_welcome(viewer)
    if organization_id not in organization_names(viewer, organization_ids=[organization_id]):
        raise NotFound
    word = checked_code_word(code_word)
    week = stated_week(timezone=timezone, days=days, closed_on=closed_on)
    partner = _kept(viewer, organization_id, word, week)
    record(viewer, PartnerWelcomed(subject=partner.ref, organization_id=organization_id))
    return partner.id


def _kept(viewer: Viewer, organization_id: UUID, word: str, week: StatedWeek) -> Partner:
    try:
        with transaction.atomic():
            return Partner.objects.create(
                organization_id=organization_id,
                welcomed_by_id=viewer.organization_id,
                welcomed_at=clock.now(),
                code_word=word,
                timezone=week.timezone,
                days=week.days,
                closed_on=week.closed_on,
            )
    except IntegrityError as error:
        raise AlreadyPartner from error
