"""A letter to print: only what may be told at this stage."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.care.events import LetterPrinted
from kith.care.excluded import asked_contact
from kith.care.models import Referral
from kith.care.policies.referral import May, one_referral
from kith.care.telling import ToldItem, told_items
from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.service_cards import service_cards
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.partnerships.queries.route import route


@dataclass(frozen=True, slots=True)
class ReferralLetter:
    """What the printed letter says: the ask's facts, and the name only if it was told already."""

    referral_id: UUID
    site_name: str
    sender_name: str
    organization_name: str
    service_name: str
    contact_name: str
    code_word: str
    ask_items: list[ToldItem]
    name_items: list[ToldItem]
    due_at: datetime | None
    printed_at: datetime


def referral_letter(viewer: Viewer, *, referral_id: UUID) -> ReferralLetter:
    """The letter as it may be handed over now: nothing that was not told, nothing after a stop.

    Opening it is recorded as a print: paper is out of reach for a stop. Raises NotFound, Denied, or
    StatusConflict if the partner has not been asked yet.
    """
    referral = one_referral(viewer, referral_id, May.CLOSE)
    if referral.ask_disclosure_id is None:
        raise StatusConflict
    card = service_cards(viewer, service_ids=[referral.service_id])[referral.service_id]
    way = route(viewer, sender_id=referral.sender_id, receiver_id=referral.receiver_id)
    names = organization_names(viewer, organization_ids=[referral.sender_id])
    contact = asked_contact(way, contact_id=referral.contact_id)
    name_id = referral.name_disclosure_id
    letter = ReferralLetter(
        referral_id=referral.id,
        site_name=site_profile(viewer).name,
        sender_name=names.get(referral.sender_id, ""),
        organization_name=card.organization_name,
        service_name=card.name,
        contact_name=contact.name if contact else "",
        code_word=way.code_word,
        ask_items=told_items(what_was_shared(viewer, disclosure_id=referral.ask_disclosure_id)),
        name_items=told_items(what_was_shared(viewer, disclosure_id=name_id)) if name_id else [],
        due_at=referral.due_at,
        printed_at=clock.now(),
    )
    _record_print(viewer, referral, has_name=bool(letter.name_items))
    return letter


@transaction.atomic
def _record_print(viewer: Viewer, referral: Referral, *, has_name: bool) -> None:
    record(
        viewer,
        LetterPrinted(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            has_name=has_name,
        ),
    )
