"""Taking in an agreement that was signed on paper earlier."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.consent.terms import Kind
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.actions.propose_agreement import propose_agreement
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.errors import BadDates
from kith.partnerships.events import PaperAdopted
from kith.partnerships.kept_paper import keep_paper
from kith.partnerships.paper_check import check_paper
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.partner import check_looks_after
from kith.partnerships.policies.version import one_version
from kith.partnerships.terms import SignedHow, VersionState
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
    more: Sequence[StatedClause] = (),
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
        more=more,
        starts_on=starts_on,
        review_on=review_on,
        ends_on=ends_on,
    )
    if signed_on > clock.now().date() + TOMORROW:
        raise BadDates(field="signed_on")
    check_paper(paper, filename=filename)
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    version = one_version(viewer, agreement_id, VersionState.OFFERED)
    digest = keep_paper(viewer, version, paper, signed_on=signed_on, organization_id=None)
    record(
        viewer,
        PaperAdopted(
            subject=agreement.ref,
            organization_id=agreement.drafted_by_id,
            digest=version.text_digest,
            paper_digest=digest,
            signed_on=signed_on,
        ),
    )
    all_parties(version).update(signed_at=clock.now(), signed_how=SignedHow.ON_PAPER.value)
    bring_in_force(viewer, agreement_id=agreement_id)
    return agreement_id
