"""Agreeing on another code word."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.code_word import checked_code_word
from kith.partnerships.events import CodeWordChanged
from kith.partnerships.policies.partner import May, one_partner_to_change


@transaction.atomic
def change_code_word(viewer: Viewer, *, organization_id: UUID, code_word: str) -> None:
    """Keep the new word; the next ask shows it.

    Raises NotFound, Denied or CodeWordMissing.
    """
    partner = one_partner_to_change(viewer, organization_id, May.LOOK_AFTER)
    partner.code_word = checked_code_word(code_word)
    partner.save(update_fields=["code_word"])
    record(viewer, CodeWordChanged(subject=partner.ref, organization_id=organization_id))
