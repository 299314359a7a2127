"""Write to the worker who owns a referral; part of the listeners."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from kith.accounts.queries.sign_in_of import sign_in_of
from kith.care.letters import your_list_letter
from kith.care.policies.referral import May, one_referral
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.post.actions.queue_message import queue_message
from kith.post.terms import MessageKind


def write_to_owner(viewer: Viewer, *, referral_id: UUID, dedupe_key: str) -> UUID | None:
    """Mail the owner that something waits on their list: no name, no need, no place, and no record's id.

    None where the owner has no sign-in any more. For Kith itself, inside a delivery's transaction. Raises
    NotFound.
    """
    owner = sign_in_of(viewer, user_id=one_referral(viewer, referral_id, May.TEND).owner_id)
    if owner is None:
        return None
    letter = your_list_letter(
        language=settings.LANGUAGE_CODE,
        site=site_profile(viewer).name,
        link=settings.KITH_SITE_URL + reverse("my_list"),
    )
    return queue_message(
        viewer,
        about=Ref("user", owner.user_id),
        person_id=None,
        organization_id=None,
        sender_organization_id=None,
        kind=MessageKind.MAIL,
        address=owner.email,
        subject=letter.subject,
        body=letter.body,
        language=settings.LANGUAGE_CODE,
        dedupe_key=dedupe_key,
        owner_user_id=owner.user_id,
    )
