"""Keeping the scan of one party's signature, by hand, under words on the table."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.bring_in_force import bring_in_force
from kith.partnerships.answer_events import PartySignedOnPaper
from kith.partnerships.errors import BadDates, NameMissing
from kith.partnerships.kept_paper import keep_paper
from kith.partnerships.lifecycle.version import check_seen
from kith.partnerships.models import Agreement, Version
from kith.partnerships.paper_check import check_paper
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.answer import asked_party
from kith.partnerships.policies.clauses import is_signed_by_all
from kith.partnerships.policies.partner import check_looks_after
from kith.partnerships.terms import SignedHow

TOMORROW = timedelta(days=1)
"""In the east of the world it is already tomorrow."""


@transaction.atomic
def sign_on_paper(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    organization_id: UUID,
    seen_digest: str,
    paper: bytes,
    filename: str,
    signed_on: date,
    name: str,
    role_title: str,
) -> UUID:
    """Keep the paper as this party's signature; the last signature needed brings the words in force.

    For the party itself, or for who proposed and looks after it. Returns the agreement's id. Raises NotFound,
    Denied, NameMissing, BadDates, PaperNotReadable, StaleVersion, StatusConflict, or BadInput for a file over
    20 MB.
    """
    agreement = _agreement(viewer, agreement_id, organization_id)
    version, party = asked_party(agreement, organization_id)
    check_seen(seen_digest, version.text_digest)
    _check_signature(name, role_title, signed_on, version)
    check_paper(paper, filename=filename)
    digest = keep_paper(viewer, version, paper, signed_on=signed_on, organization_id=organization_id)
    party.signed_at = clock.now()
    party.signed_how = SignedHow.ON_PAPER.value
    party.signer_name, party.signer_role = name.strip(), role_title.strip()
    party.save()
    record(
        viewer,
        PartySignedOnPaper(
            subject=agreement.ref,
            organization_id=organization_id,
            digest=version.text_digest,
            paper_digest=digest,
            signed_on=signed_on,
        ),
    )
    if is_signed_by_all(version):
        bring_in_force(viewer, agreement_id=agreement_id)
    return agreement_id


def _agreement(viewer: Viewer, agreement_id: UUID, organization_id: UUID) -> Agreement:
    if organization_id == viewer.organization_id:
        return one_agreement_to_change(viewer, agreement_id, May.SIGN)
    agreement = one_agreement_to_change(viewer, agreement_id, May.NOTE_PHONED)
    check_looks_after(viewer, organization_ids=[organization_id])
    return agreement


def _check_signature(name: str, role_title: str, signed_on: date, version: Version) -> None:
    """Words are signed after they were offered; who signed is read off the paper."""
    if not name.strip():
        raise NameMissing(field="name")
    if not role_title.strip():
        raise NameMissing(field="role_title")
    if version.offered_at is None:
        raise StatusConflict
    offered_on = version.offered_at.date() - TOMORROW
    if not offered_on <= signed_on <= clock.now().date() + TOMORROW:
        raise BadDates(field="signed_on")
