"""Changing a draft by the short form: its words, who answers how soon, and what may be told."""

from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.negotiation_errors import WordsConflict
from kith.partnerships.policies.draft import one_draft_to_change, wording_now
from kith.partnerships.wording import Wording, digest_of
from kith.partnerships.wording_parts import kept_beside


@transaction.atomic
def change_in_short(viewer: Viewer, *, agreement_id: UUID, wording: Wording, seen_digest: str) -> None:
    """Write what the short form shows, every other clause stays. `seen_digest`: of the draft that was seen.

    Raises NotFound, Denied, StatusConflict once it was offered, WordsConflict if it was changed meanwhile, or
    what `check_wording` finds.
    """
    before = wording_now(one_draft_to_change(viewer, agreement_id))
    if digest_of(before) != seen_digest:
        raise WordsConflict
    change_draft(viewer, agreement_id=agreement_id, wording=kept_beside(before, wording))
