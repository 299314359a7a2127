"""Taking in an agreement that was signed on paper earlier."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.consent.terms import Kind
from kith.core import clock
from kith.core.events import record
from kith.core.files import KeptFile, keep_file
from kith.core.viewer import Viewer
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.actions.propose_agreement import propose_agreement
from kith.partnerships.errors import BadDates
from kith.partnerships.events import PaperAdopted
from kith.partnerships.models import Agreement, Paper
from kith.partnerships.paper_check import check_paper
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.partner import check_looks_after
from kith.partnerships.terms import SignedHow
from kith.partnerships.wording import Party, Promise

TOMORROW = timedelta(days=1)
"""In the east of the world it is already tomorrow."""


@transaction.atomic
def adopt_paper_agreement(
    viewer: Viewer,
    *,
    title: str,
    purpose: str,
    parties: Sequence[Party],
    promises: Sequence[Promise],
    scope: frozenset[Kind],
    starts_on: date,
    review_on: date | None,
    ends_on: date | None,
    paper: bytes,
    filename: str,
    signed_on: date,
) -> UUID:
    """Keep the paper, its dates and its two clauses as data; it is in force at once. Returns its id.

    The evidence is "on paper": the file, the day it was signed, and who adopted it for whom.
    Raises Denied, NotFound, BadWording, PromiseWithoutParty, BadDates, PaperNotReadable, or BadInput for a
    file over 20 MB.
    """
    check_looks_after(viewer, organization_ids=[party.organization_id for party in parties])
    agreement_id = propose_agreement(
        viewer,
        title=title,
        purpose=purpose,
        parties=parties,
        promises=promises,
        scope=scope,
        starts_on=starts_on,
        review_on=review_on,
        ends_on=ends_on,
    )
    if signed_on > clock.now().date() + TOMORROW:
        raise BadDates(field="signed_on")
    check_paper(paper, filename=filename)
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    _keep_paper(viewer, agreement, keep_file(paper, field="paper"), signed_on)
    all_parties(agreement).update(signed_at=clock.now(), signed_how=SignedHow.ON_PAPER.value)
    bring_in_force(viewer, agreement_id=agreement_id)
    return agreement_id


def _keep_paper(viewer: Viewer, agreement: Agreement, kept: KeptFile, signed_on: date) -> None:
    Paper.objects.create(
        agreement=agreement,
        file_id=kept.id,
        content_type=kept.content_type,
        byte_count=kept.byte_count,
        digest=kept.digest,
        signed_on=signed_on,
        adopted_by_id=viewer.user_id,
        adopted_by_organization_id=viewer.organization_id,
        adopted_at=clock.now(),
    )
    record(
        viewer,
        PaperAdopted(
            subject=agreement.ref,
            organization_id=agreement.drafted_by_id,
            digest=agreement.text_digest,
            paper_digest=kept.digest,
            signed_on=signed_on,
        ),
    )
