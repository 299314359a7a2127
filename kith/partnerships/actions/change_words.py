"""Changing the words of a draft around its clauses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.negotiation_errors import WordsConflict
from kith.partnerships.policies.draft import one_draft_to_change, wording_now
from kith.partnerships.wording import Party
from kith.partnerships.wording_parts import words_digest


@transaction.atomic
def change_words(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    title: str,
    purpose: str,
    free_text: str,
    language: str,
    parties: Sequence[Party],
    starts_on: date,
    review_on: date | None,
    ends_on: date | None,
    seen_digest: str,
) -> None:
    """Write all but the clauses, where the writer saw words of `seen_digest` (`words_digest`).

    Raises NotFound, Denied, StatusConflict once it was offered, WordsConflict if they were changed meanwhile,
    or what `check_wording` finds.
    """
    wording = wording_now(one_draft_to_change(viewer, agreement_id))
    if words_digest(wording) != seen_digest:
        raise WordsConflict
    changed = replace(
        wording,
        title=title,
        purpose=purpose,
        free_text=free_text,
        language=language,
        parties=tuple(parties),
        starts_on=starts_on,
        review_on=review_on,
        ends_on=ends_on,
    )
    change_draft(viewer, agreement_id=agreement_id, wording=changed)
