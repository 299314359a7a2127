"""The name and how to reach the person safely, for the partner's named contact."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.care.errors import SharingStopped
from kith.care.policies.referral import May, one_referral
from kith.care.telling import ToldItem, told_items
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.disclosure.contact_words import contact_lines
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.post.safe_contact import SafeContact, next_moment


@dataclass(frozen=True, slots=True)
class NamePage:
    """What was told after the yes, or nothing once sharing stopped. `reach`: one rule a line.

    `here_now` and `wait_until`: the clock where the person is, and when their hours begin; None inside them.
    """

    referral_id: UUID
    site_name: str
    organization_name: str
    service_name: str
    items: list[ToldItem]
    reach: list[str]
    here_now: datetime | None
    wait_until: datetime | None
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
    now, opens = _hours(shared.contact)
    return NamePage(
        referral_id=referral.id,
        site_name=site_profile(viewer).name,
        organization_name=card.organization_name,
        service_name=card.name,
        items=told_items(shared),
        reach=contact_lines(shared.contact) if shared.contact is not None else [],
        here_now=now,
        wait_until=opens,
        next_at=referral.next_at,
        is_stopped=shared.is_stopped,
        stopped_on=shared.stopped_on,
        can_report=referral.closed_at is None,
    )


def _hours(rule: SafeContact | None) -> tuple[datetime | None, datetime | None]:
    """Now, and when the person's hours begin, on their own clock; nothing while the hours last."""
    now = clock.now()
    opens = next_moment(rule, moment=now) if rule is not None else None
    if rule is None or opens is None or opens <= now:
        return None, None
    zone = ZoneInfo(rule.timezone)
    return now.astimezone(zone), opens.astimezone(zone)
