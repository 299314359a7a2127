"""Saying something about a clause on the table, or about the whole."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput, NotFound, StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.models import Comment, Version
from kith.partnerships.negotiation_events import SaidAboutClause
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_clauses, own_party
from kith.partnerships.policies.version import one_version_numbered
from kith.partnerships.policies.withdrawal import check_has_not_left
from kith.partnerships.terms import VersionState
from kith.partnerships.wording import LONGEST_COMMENT

TALKED_ABOUT = frozenset({VersionState.OFFERED, VersionState.SIGNED})


@transaction.atomic
def say_about_clause(
    viewer: Viewer, *, agreement_id: UUID, number: int, clause_key: UUID | None, text: str
) -> UUID:
    """Write what all parties of these words read, of one clause or (None) of the whole. Returns its id.

    Raises NotFound, Denied, BadInput for no words or too many, or StatusConflict for words that are a draft,
    or no longer stand.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.SIGN)
    version = one_version_numbered(viewer, agreement_id, number)
    _check_is_talked_about(version, clause_key)
    party = own_party(viewer, version)
    check_has_not_left(viewer, agreement)
    if not is_living(agreement.status):
        raise StatusConflict
    if not 0 < len(text.strip()) <= LONGEST_COMMENT:
        raise BadInput(field="text")
    comment = Comment.objects.create(
        agreement=agreement,
        clause_key=clause_key,
        version_number=number,
        organization_id=party.organization_id,
        user_id=viewer.user_id,
        text=text.strip(),
        written_at=clock.now(),
    )
    record(
        viewer,
        SaidAboutClause(
            subject=agreement.ref,
            organization_id=party.organization_id,
            comment_id=comment.pk,
            clause_key=clause_key,
            number=number,
        ),
    )
    return comment.pk


def _check_is_talked_about(version: Version, clause_key: UUID | None) -> None:
    if VersionState(version.state) not in TALKED_ABOUT:
        raise StatusConflict
    if clause_key is not None and clause_key not in {clause.key for clause in all_clauses(version)}:
        raise NotFound
