"""Keeping one's draft as an answer to other words that came on the table meanwhile."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.version import check_seen
from kith.partnerships.negotiation_errors import NothingOffered
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.draft import one_draft_to_change, words_for_all


@transaction.atomic
def carry_draft_over(viewer: Viewer, *, agreement_id: UUID, seen_digest: str) -> None:
    """From now on the draft answers the words of `seen_digest`, which its writer has read; it stays as it is.

    Raises NotFound, Denied, StatusConflict without a draft, NothingOffered, or StaleVersion if other words
    again are on the table.
    """
    draft = one_draft_to_change(viewer, agreement_id)
    words = words_for_all(one_agreement_to_change(viewer, agreement_id, May.CHANGE))
    if words is None:
        raise NothingOffered
    check_seen(seen_digest, words.text_digest)
    draft.based_on = words.number
    draft.save(update_fields=["based_on"])
