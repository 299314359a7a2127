"""Adding a clause to a draft."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.policies.draft import one_draft_to_change, wording_now


@transaction.atomic
def add_clause(viewer: Viewer, *, agreement_id: UUID, clause: StatedClause) -> None:
    """Put the clause after the others of the draft that the viewer's organisation writes.

    Raises NotFound, Denied, StatusConflict once it was offered, or what `check_wording` finds.
    """
    wording = wording_now(one_draft_to_change(viewer, agreement_id))
    more = replace(wording, clauses=(*wording.clauses, clause))
    change_draft(viewer, agreement_id=agreement_id, wording=more)
