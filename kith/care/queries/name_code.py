"""Whom to phone, and on which number, to read a code out."""

from dataclasses import dataclass
from uuid import UUID

from kith.care.policies.referral import May, one_referral
from kith.care.terms import ReferralStatus
from kith.core.errors import NotFound, StatusConflict
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.partnerships.queries.contact_address import contact_address
from kith.partnerships.queries.route import route


@dataclass(frozen=True, slots=True)
class NameCodePage:
    """The contact whom the person's yes names; `phone` is the agreed one, empty where there is none."""

    referral_id: UUID
    service_name: str
    contact_name: str
    phone: str
    code_word: str


def name_code(viewer: Viewer, *, referral_id: UUID) -> NameCodePage:
    """For the owner, while the partner knows the name and has not finished.

    Raises NotFound, also where the contact has ended, Denied for a colleague, or StatusConflict.
    """
    referral = one_referral(viewer, referral_id, May.GIVE_CODE)
    if referral.status != ReferralStatus.NAMED.value:
        raise StatusConflict
    if referral.contact_id is None:
        raise NotFound
    contact = contact_address(viewer, contact_id=referral.contact_id)
    way = route(viewer, sender_id=referral.sender_id, receiver_id=referral.receiver_id)
    return NameCodePage(
        referral_id=referral.id,
        service_name=service_cards(viewer, service_ids=[referral.service_id])[referral.service_id].name,
        contact_name=contact.name,
        phone=contact.phone,
        code_word=way.code_word,
    )
