"""After too many wrong codes: a new link to the page with the name."""

from uuid import UUID, uuid5

from django.db import transaction

from kith.care.events import NameLinkAsked
from kith.care.link_viewer import viewer_by_link
from kith.care.policies.referral import May, referrals
from kith.core.actions.once import once
from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.post.queries.record_of_link import record_of_link
from kith.post.terms import LinkPurpose


@transaction.atomic
def ask_for_name_link(viewer: Viewer, *, token: str) -> None:
    """Note that whoever holds a link that was closed by guessing wishes for a new one; once for each link.

    It goes to the contact's own address, if at all: the answer does not tell. Raises NotFound unless the
    link was closed by guessing.
    """
    link = record_of_link(viewer, token=token, purpose=LinkPurpose.SEE_NAME)
    if not link.was_guessed:
        raise NotFound
    narrow = viewer_by_link(about=link.about, organization_id=link.organization_id)
    referral = referrals(narrow, May.READ_AS_RECEIVER).filter(pk=link.about.id).first()
    if referral is None:
        return

    def work() -> UUID:
        record(
            narrow,
            NameLinkAsked(
                subject=referral.ref,
                person_id=referral.person_id,
                organization_id=referral.sender_id,
                partner_organization_id=referral.receiver_id,
            ),
        )
        return referral.id

    once(narrow, key=uuid5(link.id, "new link"), work=work)
