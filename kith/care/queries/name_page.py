"""The name and how to reach the person safely, for the partner's named contact."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.care.errors import SharingStopped
from kith.care.policies.referral import May, one_referral
from kith.care.telling import ToldItem, told_items
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.disclosure.contact_words import contact_lines
from kith.disclosure.queries.what_was_shared import what_was_shared


@dataclass(frozen=True, slots=True)
class NamePage:
    """What was told after the yes, or nothing once sharing stopped. `reach`: one rule a line."""

    referral_id: UUID
    site_name: str
    organization_name: str
    service_name: str
    items: list[ToldItem]
    reach: list[str]
    next_at: datetime | None
    is_stopped: bool
    stopped_on: date | None
    can_report: bool


def name_page(viewer: Viewer, *, referral_id: UUID) -> NamePage:
    """What the named contact may read, decided again now. The door has checked code and device.

    Raises NotFound, Denied, or SharingStopped if no name was ever told.
    """
    referral = one_referral(viewer, referral_id, May.READ_AS_RECEIVER)
    if referral.name_disclosure_id is None:
        raise SharingStopped
    shared = what_was_shared(viewer, disclosure_id=referral.name_disclosure_id)
    card = service_cards(viewer, service_ids=[referral.service_id])[referral.service_id]
    return NamePage(
        referral_id=referral.id,
        site_name=site_profile(viewer).name,
        organization_name=card.organization_name,
        service_name=card.name,
        items=told_items(shared),
        reach=contact_lines(shared.contact) if shared.contact is not None else [],
        next_at=referral.next_at,
        is_stopped=shared.is_stopped,
        stopped_on=shared.stopped_on,
        can_report=referral.closed_at is None,
    )
