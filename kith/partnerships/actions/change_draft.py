"""Changing a wording that nobody else has seen."""

from uuid import UUID

from django.db import transaction

from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.events import AgreementDrafted
from kith.partnerships.lifecycle.agreement import check_words_may_change
from kith.partnerships.models import Agreement, AgreementParty, DataScopeClause, PromiseClause
from kith.partnerships.policies.agreement import May, check_may_draft, one_agreement_to_change
from kith.partnerships.policies.clauses import clear_clauses
from kith.partnerships.wording import Wording, check_wording, digest_of


@transaction.atomic
def change_draft(viewer: Viewer, *, agreement_id: UUID, wording: Wording) -> None:
    """Replace all words and clauses of a draft.

    Raises NotFound, Denied, StatusConflict once it was proposed, BadWording, PromiseWithoutParty or BadDates.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    check_words_may_change(agreement.status)
    check_wording(wording)
    organization_ids = [party.organization_id for party in wording.parties]
    check_may_draft(viewer, organization_ids=organization_ids)
    if len(organization_names(viewer, organization_ids=organization_ids)) < len(organization_ids):
        raise NotFound
    _write_words(agreement, wording)
    _write_clauses(agreement, wording)
    record(
        viewer,
        AgreementDrafted(
            subject=agreement.ref, organization_id=agreement.drafted_by_id, digest=agreement.text_digest
        ),
    )


def _write_words(agreement: Agreement, wording: Wording) -> None:
    agreement.title = wording.title.strip()
    agreement.purpose = wording.purpose.strip()
    agreement.starts_on = wording.starts_on
    agreement.review_on = wording.review_on
    agreement.ends_on = wording.ends_on
    agreement.text_digest = digest_of(wording)
    agreement.save()


def _write_clauses(agreement: Agreement, wording: Wording) -> None:
    clear_clauses(agreement)
    AgreementParty.objects.bulk_create(
        AgreementParty(
            agreement=agreement, place=place, organization_id=party.organization_id, role=party.role.value
        )
        for place, party in enumerate(wording.parties)
    )
    PromiseClause.objects.bulk_create(
        PromiseClause(agreement=agreement, organization_id=promise.organization_id, days=promise.days)
        for promise in wording.promises
    )
    DataScopeClause.objects.create(agreement=agreement, kinds=sorted(kind.value for kind in wording.scope))
