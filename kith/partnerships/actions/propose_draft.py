"""Putting a draft before its parties."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.queries.service_names import service_names
from kith.partnerships.errors import StaleVersion
from kith.partnerships.events import AgreementProposed
from kith.partnerships.lifecycle import agreement as agreement_steps
from kith.partnerships.lifecycle.version import check_step
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_clauses, all_parties
from kith.partnerships.policies.draft import words_for_all
from kith.partnerships.policies.version import own_draft, version_in_state
from kith.partnerships.policies.withdrawal import check_nobody_leaves, check_nobody_left_out
from kith.partnerships.stored import wording_of
from kith.partnerships.terms import AgreementKind, AgreementStatus, VersionState
from kith.partnerships.text import Names, text_digest, text_of
from kith.partnerships.wording_check import check_wording


@transaction.atomic
def propose_draft(viewer: Viewer, *, agreement_id: UUID) -> None:
    """Fix the words, take the place of what was on the table, and let all parties sign.

    Raises NotFound, Denied, StatusConflict, StaleVersion if others offered words after this draft was begun,
    PartyHasLeft, PartyLeftOut, or what `check_wording` finds.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    version = own_draft(viewer, agreement_id)
    if version is None or not agreement_steps.is_living(agreement.status):
        raise StatusConflict
    check_step(version.state, VersionState.OFFERED)
    _drop_what_was_offered(agreement, version)
    sides = list(all_parties(version))
    check_nobody_leaves(agreement, [side.organization_id for side in sides])
    check_nobody_left_out(agreement, [side.organization_id for side in sides if side.must_sign])
    _fix_words(viewer, agreement, version, sides)
    if agreement.status == AgreementStatus.DRAFT.value:
        agreement.status = AgreementStatus.PROPOSED.value
        agreement.save(update_fields=["status"])
    record(
        viewer,
        AgreementProposed(
            subject=agreement.ref,
            organization_id=version.written_by_id,
            number=version.number,
            digest=version.text_digest,
            parties=[str(party.organization_id) for party in sides],
        ),
    )


def _drop_what_was_offered(agreement: Agreement, version: Version) -> None:
    """Only words that answer what all see, on the table or signed, may take its place."""
    now = words_for_all(agreement)
    if now is not None and version.based_on != now.number:
        raise StaleVersion
    offered = version_in_state(agreement, VersionState.OFFERED)
    if offered is None:
        return
    check_step(offered.state, VersionState.DROPPED)
    offered.state = VersionState.DROPPED.value
    offered.replaced_at = clock.now()
    offered.save(update_fields=["state", "replaced_at"])


def _fix_words(viewer: Viewer, agreement: Agreement, version: Version, sides: list[AgreementParty]) -> None:
    wording = wording_of(version, sides, all_clauses(version))
    check_wording(wording)
    service_ids = [clause.service_id for clause in wording.clauses if clause.service_id is not None]
    names = Names(
        {side.organization_id: side.name for side in sides}, service_names(viewer, service_ids=service_ids)
    )
    version.text = text_of(wording, kind=AgreementKind(agreement.kind), number=version.number, names=names)
    version.text_digest = text_digest(version.text)
    version.state = VersionState.OFFERED.value
    version.offered_at = clock.now()
    version.save()
