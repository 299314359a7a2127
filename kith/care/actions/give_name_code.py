"""The owner reads a code for the page with the name out on the agreed phone."""

from uuid import UUID

from django.db import transaction

from kith.care.errors import NoPhoneAgreed, SharingStopped
from kith.care.policies.referral import May, one_referral_to_change
from kith.care.terms import ReferralStatus
from kith.core.errors import StatusConflict
from kith.core.viewer import Viewer
from kith.disclosure.queries.what_was_shared import what_was_shared
from kith.partnerships.queries.contact_address import contact_address
from kith.post.actions.make_spoken_code import SpokenCode, make_spoken_code


@transaction.atomic
def give_name_code(viewer: Viewer, *, referral_id: UUID) -> SpokenCode:
    """Give the owner a code of six digits for the partner's contact, instead of a text to their phone.

    Raises NotFound, also where the contact has ended, Denied for a colleague, StatusConflict unless the name
    was told, NoPhoneAgreed, SharingStopped, or NoPageToOpen.
    """
    referral = one_referral_to_change(viewer, referral_id, May.GIVE_CODE)
    told = referral.name_disclosure_id
    if referral.status != ReferralStatus.NAMED.value or told is None:
        raise StatusConflict
    if referral.contact_id is None or not contact_address(viewer, contact_id=referral.contact_id).phone:
        raise NoPhoneAgreed
    if what_was_shared(viewer, disclosure_id=told).is_stopped:
        raise SharingStopped
    return make_spoken_code(viewer, about=referral.ref)
