"""The ask as the partner sees it: five facts, no name."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.care.errors import SharingStopped
from kith.care.excluded import asked_contact
from kith.care.policies.referral import May, one_referral
from kith.care.telling import ToldItem, told_items
from kith.care.terms import STATUS_WORDS, ReferralStatus
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.partnerships.queries.route import route


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What was asked, by whom, and by when. `items` holds the ask's facts only, never a name."""

    referral_id: UUID
    site_name: str
    code_word: str
    organization_name: str
    service_name: str
    items: list[ToldItem]
    due_at: datetime | None
    phone_ending: str
    status: ReferralStatus
    status_words: str
    is_stopped: bool
    stopped_on: date | None
    name_was_told: bool
    can_report: bool
    needs_answer: bool


def answer_page(viewer: Viewer, *, referral_id: UUID) -> AnswerPage:
    """The ask for whoever answers it: by link, or signed in at the partner.

    The shared facts are decided again now: after a stop there are none. Raises NotFound or Denied.
    """
    referral = one_referral(viewer, referral_id, May.READ_AS_RECEIVER)
    if referral.ask_disclosure_id is None:
        raise SharingStopped
    shared = what_was_shared(viewer, disclosure_id=referral.ask_disclosure_id)
    card = service_cards(viewer, service_ids=[referral.service_id])[referral.service_id]
    way = route(viewer, sender_id=referral.sender_id, receiver_id=referral.receiver_id)
    contact = asked_contact(way, contact_id=referral.contact_id)
    status = ReferralStatus(referral.status)
    return AnswerPage(
        referral_id=referral.id,
        site_name=site_profile(viewer).name,
        code_word=way.code_word,
        organization_name=card.organization_name,
        service_name=card.name,
        items=told_items(shared) if referral.closed_at is None else [],
        due_at=referral.due_at,
        phone_ending=contact.phone_ending if contact else "",
        status=status,
        status_words=str(STATUS_WORDS[status]),
        is_stopped=shared.is_stopped,
        stopped_on=shared.stopped_on,
        name_was_told=referral.name_disclosure_id is not None,
        can_report=status is ReferralStatus.NAMED,
        needs_answer=status is ReferralStatus.ASKED and not shared.is_stopped,
    )
