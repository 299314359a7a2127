"""Asking a partner what it would like to agree on."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.answer_events import ProposalAskedFor
from kith.partnerships.errors import AskedLately, NoWayToReach
from kith.partnerships.models import PartnerContact
from kith.partnerships.policies.agreement import MAKERS
from kith.partnerships.policies.partner import May, one_partner_to_change
from kith.partnerships.policies.routine_mail import reader_at
from kith.partnerships.proposal_letters import what_would_you_like_letter
from kith.post.actions.make_link import make_link
from kith.post.queries.has_link_since import has_link_since
from kith.post.terms import LinkPurpose

ONCE_IN = timedelta(days=7)
VALID_DAYS = 30


@transaction.atomic
def ask_for_proposal(viewer: Viewer, *, organization_id: UUID) -> UUID:
    """Mail its named person a link to a short form; once in seven days at most. Returns whom it asked.

    Raises NotFound, Denied, NoWayToReach without a confirmed person with a mail address, or AskedLately.
    """
    partner = one_partner_to_change(viewer, organization_id, May.LOOK_AFTER)
    if viewer.organization_id in {None, organization_id} or not viewer.has(*MAKERS):
        raise Denied
    reader = reader_at(viewer, partner.pk)
    if reader is None:
        raise NoWayToReach
    about, since = Ref("partner", partner.pk), clock.now() - ONCE_IN
    if has_link_since(viewer, about=about, purpose=LinkPurpose.PROPOSE_AGREEMENT, since=since):
        raise AskedLately
    event_id = record(
        viewer,
        ProposalAskedFor(subject=partner.ref, organization_id=organization_id, contact_id=reader.pk),
    )
    _mail(viewer, reader, about, dedupe_key=f"ask_for_proposal:{event_id}")
    return organization_id


def _mail(viewer: Viewer, reader: PartnerContact, about: Ref, *, dedupe_key: str) -> None:
    organization_id = reader.partner.organization_id
    link = make_link(
        viewer,
        purpose=LinkPurpose.PROPOSE_AGREEMENT,
        about=about,
        organization_id=organization_id,
        contact_id=reader.pk,
        valid_days=VALID_DAYS,
    )
    with translation.override(reader.language):
        address = settings.KITH_SITE_URL + reverse("propose_by_link", args=[link.token])
    host = [viewer.organization_id] if viewer.organization_id else []
    letter = what_would_you_like_letter(
        language=reader.language,
        host=next(iter(organization_names(viewer, organization_ids=host).values()), ""),
        code_word=reader.partner.code_word,
        link=address,
    )
    one = Addressed(reader.pk, organization_id, reader.email, reader.language, letter)
    queue_letter(viewer, about=about, one=one, dedupe_key=dedupe_key)
