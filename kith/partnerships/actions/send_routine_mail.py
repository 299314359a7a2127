"""The one routine mail a week."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.partnerships.events import RoutineMailQueued
from kith.partnerships.letters import routine_letter
from kith.partnerships.models import PartnerContact, RoutineMail
from kith.partnerships.policies.partner import May, one_partner_to_change
from kith.partnerships.policies.routine_mail import reader_at, told_keys, written_since
from kith.partnerships.routine import BETWEEN_MAILS, RoutineLine, RoutineLink
from kith.post.actions.make_link import make_link
from kith.post.actions.queue_message import queue_message
from kith.post.terms import MessageKind


@transaction.atomic
def send_routine_mail(viewer: Viewer, *, organization_id: UUID, lines: Sequence[RoutineLine]) -> UUID | None:
    """Put these lines into one mail to the partner's reader, if none went in the last seven days.

    The partner is locked meanwhile, so that two at once write one mail. None where nothing was written.
    Raises NotFound or Denied.
    """
    partner = one_partner_to_change(viewer, organization_id, May.LOOK_AFTER)
    now, reader = clock.now(), reader_at(viewer, partner.pk)
    told = told_keys(viewer, partner.pk)
    new = [line for line in lines if line.key not in told]
    if reader is None or not new:
        return None
    if written_since(viewer, now - BETWEEN_MAILS).filter(partner_id=partner.pk).exists():
        return None
    mail = RoutineMail.objects.create(
        partner=partner, contact=reader, queued_at=now, keys=[line.key for line in new]
    )
    record(
        viewer,
        RoutineMailQueued(subject=partner.ref, organization_id=organization_id, count=len(new)),
    )
    return _queue(viewer, mail, reader, organization_id, new)


def _queue(
    viewer: Viewer, mail: RoutineMail, reader: PartnerContact, organization_id: UUID, lines: list[RoutineLine]
) -> UUID:
    letter = routine_letter(
        language=reader.language,
        site=site_profile(viewer).name,
        code_word=reader.partner.code_word,
        subject=lines[0].subject if len(lines) == 1 else "",
        paragraphs=[(line.words, _address(viewer, reader, organization_id, line.link)) for line in lines],
    )
    return queue_message(
        viewer,
        about=Ref("organization", organization_id),
        person_id=None,
        organization_id=organization_id,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=reader.email,
        subject=letter.subject,
        body=letter.body,
        language=reader.language,
        dedupe_key=f"routine:{mail.pk}",
        owner_user_id=None,
    )


def _address(viewer: Viewer, reader: PartnerContact, organization_id: UUID, wish: RoutineLink | None) -> str:
    """The address of a link that is made for this mail; empty for a line without one."""
    if wish is None:
        return ""
    link = make_link(
        viewer,
        purpose=wish.purpose,
        about=wish.about,
        organization_id=organization_id,
        contact_id=reader.pk,
        valid_days=wish.valid_days,
    )
    with translation.override(reader.language):
        return settings.KITH_SITE_URL + reverse(wish.page, args=[link.token])
