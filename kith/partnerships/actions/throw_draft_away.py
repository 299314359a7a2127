"""Throwing a draft away."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.queries.service_names import service_names
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.lifecycle.version import check_step
from kith.partnerships.models import Agreement, Version
from kith.partnerships.negotiation_events import DraftThrownAway
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.draft import one_draft_to_change, wording_now
from kith.partnerships.terms import AgreementKind, AgreementStatus, VersionState
from kith.partnerships.text import Names, text_digest, text_of


@transaction.atomic
def throw_draft_away(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Drop the draft of the viewer's organisation, which keeps its text; a mere draft of an agreement ends.

    Raises NotFound, Denied or StatusConflict.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    version = one_draft_to_change(viewer, agreement_id)
    check_step(version.state, VersionState.DROPPED)
    _drop(viewer, agreement, version)
    record(
        viewer,
        DraftThrownAway(subject=agreement.ref, organization_id=version.written_by_id, number=version.number),
    )
    if agreement.status == AgreementStatus.DRAFT.value:
        end_agreement(viewer, agreement_id=agreement_id)


def _drop(viewer: Viewer, agreement: Agreement, version: Version) -> None:
    wording = wording_now(version)
    service_ids = [clause.service_id for clause in wording.clauses if clause.service_id is not None]
    names = Names(
        {side.organization_id: side.name for side in all_parties(version)},
        service_names(viewer, service_ids=service_ids),
    )
    version.text = text_of(wording, kind=AgreementKind(agreement.kind), number=version.number, names=names)
    version.text_digest = text_digest(version.text)
    version.state = VersionState.DROPPED.value
    version.replaced_at = clock.now()
    version.save()
