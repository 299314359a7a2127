"""Write to the named contact of the partner that was asked; part of the listeners."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.care.letters import Letter
from kith.care.models import Referral
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import ReferralStatus
from kith.core.errors import NotFound
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.partnerships.queries.contact_address import contact_address
from kith.partnerships.queries.route import route
from kith.partnerships.views_of import ContactAddress
from kith.post.actions.make_link import make_link
from kith.post.actions.queue_message import queue_message
from kith.post.terms import LinkPurpose, MessageKind

ADDRESS_OF = {
    LinkPurpose.ANSWER_ASK: "answer_ask",
    LinkPurpose.SEE_NAME: "answer_name",
    LinkPurpose.TELL_WHAT_HAPPENED: "answer_happened",
}
OPENS_WHILE = {
    LinkPurpose.ANSWER_ASK: ReferralStatus.ASKED,
    LinkPurpose.SEE_NAME: ReferralStatus.NAMED,
    LinkPurpose.TELL_WHAT_HAPPENED: ReferralStatus.NAMED,
}
VALID_DAYS = 30


@dataclass(frozen=True, slots=True)
class Desk:
    """What a letter to a contact is written from."""

    site: str
    language: str
    code_word: str
    timezone: str
    link: str


def write_to_contact(
    viewer: Viewer,
    *,
    referral_id: UUID,
    purpose: LinkPurpose | None,
    dedupe_key: str,
    write: Callable[[Desk], Letter],
) -> UUID | None:
    """Queue one mail, with a fresh single-purpose link if `purpose` is given.

    None where nothing is to be written: no mail address, or the contact has ended; or a link would open
    nothing any more, as after an exclusion. Of letters without a link it is not asked whether the contact is
    excluded: whoever got no "sharing stopped" would know why. The referral is locked, so that it cannot end
    between this look and the link. Called by the system inside a delivery's transaction. Raises NotFound.
    """
    referral = one_referral_to_change(viewer, referral_id, May.TEND)
    if purpose is not None and referral.status != OPENS_WHILE[purpose].value:
        return None
    if referral.contact_id is None:
        return None
    contact = _address_of(viewer, referral.contact_id)
    if contact is None or (purpose is not None and _has_stopped(viewer, referral)):
        return None
    way = route(viewer, sender_id=referral.sender_id, receiver_id=referral.receiver_id)
    token = ""
    if purpose is not None:
        token = make_link(
            viewer,
            purpose=purpose,
            about=referral.ref,
            organization_id=referral.receiver_id,
            contact_id=referral.contact_id,
            valid_days=VALID_DAYS,
        ).token
    letter = write(
        Desk(
            site=site_profile(viewer).name,
            language=contact.language,
            code_word=way.code_word,
            timezone=way.week.timezone,
            link=_address(purpose, token, contact.language),
        )
    )
    return queue_message(
        viewer,
        about=referral.ref,
        person_id=referral.person_id,
        organization_id=referral.receiver_id,
        sender_organization_id=referral.sender_id,
        kind=MessageKind.MAIL,
        address=contact.email,
        subject=letter.subject,
        body=letter.body,
        language=contact.language,
        dedupe_key=dedupe_key,
        owner_user_id=referral.owner_id,
    )


def _address(purpose: LinkPurpose | None, token: str, language: str) -> str:
    if purpose is None:
        return ""
    with translation.override(language):
        return settings.KITH_SITE_URL + reverse(ADDRESS_OF[purpose], args=[token])


def _address_of(viewer: Viewer, contact_id: UUID) -> ContactAddress | None:
    """Where the contact is written to; None if there is no mail address or the contact has ended."""
    try:
        contact = contact_address(viewer, contact_id=contact_id)
    except NotFound:
        return None
    return contact if contact.email else None


def _has_stopped(viewer: Viewer, referral: Referral) -> bool:
    """True where a link would open nothing: the person has stopped or paused sharing."""
    told = referral.name_disclosure_id or referral.ask_disclosure_id
    return told is None or what_was_shared(viewer, disclosure_id=told).is_stopped
