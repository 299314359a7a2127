"""Telling all parties of an agreement what one of them did; part of the listeners."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from kith.accounts.queries.members_to_tell import members_to_tell
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.events import AgreementInForce
from kith.partnerships.life_letters import life_letter
from kith.partnerships.policies.agreement import SIGNERS, May, one_agreement_to_change
from kith.partnerships.policies.withdrawal import bound_parties
from kith.post.actions.queue_message import queue_message
from kith.post.terms import MessageKind


def write_to_parties(
    viewer: Viewer, *, agreement_id: UUID, who: UUID, but: UUID | None, kind: str, dedupe_key: str
) -> int:
    """A mail to those who sign in for each bound party but one. Returns how many. For Kith itself.

    `who` did it; `but` did it on the screen just now and needs no mail. A party where nobody signs in hears
    of it by phone, or in its routine mail (promise 17). Raises NotFound or Denied.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.END)
    bound = bound_parties(agreement, on=clock.today(agreement.timezone))
    sides = [one for one in bound.values_list("organization_id", flat=True) if one != but]
    names = organization_names(viewer, organization_ids=[who])
    language = settings.LANGUAGE_CODE
    with translation.override(language):
        page = "agreement_page" if kind == AgreementInForce.kind else "agreement_life"
        link = settings.KITH_SITE_URL + reverse(page, args=[agreement_id])
    letter = life_letter(
        language=language, site=site_profile(viewer).name, name=names.get(who, ""), kind=kind, link=link
    )
    readers = {
        member.email.casefold(): (side, member)
        for side in sides
        for member in members_to_tell(viewer, organization_id=side, roles=SIGNERS)
    }
    for side, member in readers.values():
        queue_message(
            viewer,
            about=agreement.ref,
            person_id=None,
            organization_id=side,
            sender_organization_id=None,
            kind=MessageKind.MAIL,
            address=member.email,
            subject=letter.subject,
            body=letter.body,
            language=language,
            dedupe_key=f"{dedupe_key}:{member.user_id}",
            owner_user_id=None,
        )
    return len(readers)
