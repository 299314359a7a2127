"""Ask a partner by mail whether its listing is still right."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from kith.core import clock
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.letters import still_correct_letter
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.partner import May, one_partner_to_change
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.terms import ASK_LISTING_DAYS
from kith.post.actions.make_link import make_link
from kith.post.actions.queue_message import queue_message
from kith.post.queries.has_link_since import has_link_since
from kith.post.terms import LinkPurpose, MessageKind


@transaction.atomic
def ask_to_confirm_listing(viewer: Viewer, *, organization_id: UUID) -> UUID | None:
    """Mail the first named person who has an address a link that works once, for 30 days.

    None where nobody has one, or one was sent in those days already. Raises NotFound or Denied.
    """
    partner = one_partner_to_change(viewer, organization_id, May.LOOK_AFTER)
    about = Ref("organization", organization_id)
    since = clock.now() - timedelta(days=ASK_LISTING_DAYS)
    if has_link_since(viewer, about=about, purpose=LinkPurpose.CONFIRM_LISTING, since=since):
        return None
    named = contacts(viewer, May.LOOK_AFTER).filter(partner_id=partner.pk).select_related("partner")
    reader = next((contact for contact in named if contact.email), None)
    return _mail(viewer, reader, about) if reader is not None else None


def _mail(viewer: Viewer, reader: PartnerContact, about: Ref) -> UUID:
    link = make_link(
        viewer,
        purpose=LinkPurpose.CONFIRM_LISTING,
        about=about,
        organization_id=about.id,
        contact_id=reader.pk,
        valid_days=ASK_LISTING_DAYS,
    )
    with translation.override(reader.language):
        address = settings.KITH_SITE_URL + reverse("confirm_by_link", args=[link.token])
    letter = still_correct_letter(
        language=reader.language,
        site=site_profile(viewer).name,
        organization=organization_names(viewer, organization_ids=[about.id]).get(about.id, ""),
        code_word=reader.partner.code_word,
        link=address,
    )
    return queue_message(
        viewer,
        about=about,
        person_id=None,
        organization_id=about.id,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=reader.email,
        subject=letter.subject,
        body=letter.body,
        language=reader.language,
        dedupe_key=f"still_correct:{link.id}",
        owner_user_id=None,
    )
