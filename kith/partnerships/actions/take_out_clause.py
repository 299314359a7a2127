"""Taking a clause out of a draft."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.errors import ClauseConflict
from kith.partnerships.policies.draft import one_draft_to_change, wording_now


@transaction.atomic
def take_out_clause(viewer: Viewer, *, agreement_id: UUID, clause_key: UUID, seen_digest: str) -> None:
    """Take the clause out, which was seen with `seen_digest`; one that is out already stays out.

    Raises NotFound, Denied, StatusConflict once it was offered, or ClauseConflict if it was changed.
    """
    wording = wording_now(one_draft_to_change(viewer, agreement_id))
    found = next((one for one in wording.clauses if one.key == clause_key), None)
    if found is None:
        return
    if found.digest != seen_digest:
        raise ClauseConflict
    rest = tuple(one for one in wording.clauses if one.key != clause_key)
    change_draft(viewer, agreement_id=agreement_id, wording=replace(wording, clauses=rest))
