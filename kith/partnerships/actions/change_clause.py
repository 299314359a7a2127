"""Changing one clause of a draft."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.errors import ClauseConflict
from kith.partnerships.policies.draft import one_draft_to_change, wording_now


@transaction.atomic
def change_clause(viewer: Viewer, *, agreement_id: UUID, clause: StatedClause, seen_digest: str) -> None:
    """Write the clause in place of the one with its key, which the writer saw with `seen_digest`.

    Raises NotFound, Denied, StatusConflict once it was offered, ClauseConflict if it was changed or taken out
    meanwhile, or what `check_wording` finds.
    """
    wording = wording_now(one_draft_to_change(viewer, agreement_id))
    if seen_digest not in {one.digest for one in wording.clauses if one.key == clause.key}:
        raise ClauseConflict
    changed = tuple(clause if one.key == clause.key else one for one in wording.clauses)
    change_draft(viewer, agreement_id=agreement_id, wording=replace(wording, clauses=changed))
