"""A link to an agreement for a named person at a party; part of the actions that write mails."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import one_contact
from kith.post.actions.make_link import make_link
from kith.post.terms import LinkPurpose

VALID_DAYS = 30


@transaction.atomic
def link_for_reader(
    viewer: Viewer, *, purpose: LinkPurpose, agreement_id: UUID, contact_id: UUID, page: str
) -> str:
    """Make it, good for 30 days, and give its whole address in the reader's language.

    Raises NotFound or Denied unless the viewer looks after the reader's organisation.
    """
    reader = one_contact(viewer, contact_id, May.LOOK_AFTER)
    link = make_link(
        viewer,
        purpose=purpose,
        about=Ref("agreement", agreement_id),
        organization_id=reader.partner.organization_id,
        contact_id=reader.pk,
        valid_days=VALID_DAYS,
    )
    with translation.override(reader.language):
        return settings.KITH_SITE_URL + reverse(page, args=[link.token])
