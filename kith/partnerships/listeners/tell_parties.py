"""All parties hear when all have signed, or one rests, resumes, leaves or changes something for a while."""

from uuid import UUID

from kith.core.events import Recorded, listens_to
from kith.core.viewer import Viewer
from kith.partnerships.actions.write_to_parties import write_to_parties
from kith.partnerships.events import AgreementInForce
from kith.partnerships.life_events import (
    AgreementResumed,
    AgreementSuspended,
    PartyLeaves,
    VariationAgreed,
    VariationAsked,
    VariationNotAgreed,
    VariationTakenBack,
)

BY_THEMSELVES = {
    event.kind
    for event in (AgreementSuspended, AgreementResumed, PartyLeaves, VariationAsked, VariationTakenBack)
}
"""What the one whom it concerns did on the screen, and so knows."""


@listens_to(AgreementInForce, AgreementSuspended, AgreementResumed, PartyLeaves)
def tell_parties(viewer: Viewer, event: Recorded) -> None:
    """Write to the others; that all have signed, to everybody: it may be known to the last one only."""
    _tell(viewer, event, event.subject.id)


@listens_to(VariationAsked, VariationAgreed, VariationNotAgreed, VariationTakenBack)
def tell_of_variations(viewer: Viewer, event: Recorded) -> None:
    """Write to everybody but who did it on the screen; what is agreed at once is told once."""
    _tell(viewer, event, UUID(str(event.payload["agreement_id"])))


def _tell(viewer: Viewer, event: Recorded, agreement_id: UUID) -> None:
    if event.organization_id is None:
        return
    write_to_parties(
        viewer,
        agreement_id=agreement_id,
        who=event.organization_id,
        but=event.organization_id if event.kind in BY_THEMSELVES else None,
        kind=event.kind,
        dedupe_key=f"life:{event.id}",
    )
