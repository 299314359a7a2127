"""The directory knows how services stand to the partnership: told at once, looked over a few times a day."""

from uuid import UUID

from kith.core.events import Recorded, listens_to
from kith.core.schedule import every
from kith.core.viewer import Viewer
from kith.partnerships.actions.recount_promises import recount_promises
from kith.partnerships.actions.tell_directory import tell_directory
from kith.partnerships.events import AgreementEnded, AgreementInForce, PartnerWelcomed, PromiseNoted
from kith.partnerships.life_events import (
    AgreementResumed,
    AgreementSuspended,
    PartyLeaves,
    VariationAgreed,
)
from kith.partnerships.queries.agreement_sides import agreement_sides
from kith.partnerships.queries.all_partners import all_partners
from kith.partnerships.terms import PromiseResult

SIX_HOURS = 6 * 3600


@listens_to(PartnerWelcomed, PromiseNoted)
def tell_of_partner(viewer: Viewer, event: Recorded) -> None:
    """A new partner, or an answer; a question that only waits changes nothing to expect."""
    if event.organization_id is not None and event.payload.get("result") != PromiseResult.WAITING.value:
        tell_directory(viewer, organization_id=event.organization_id)


@listens_to(AgreementInForce, AgreementEnded, AgreementSuspended, AgreementResumed, PartyLeaves)
def tell_of_agreement(viewer: Viewer, event: Recorded) -> None:
    """What binds has changed for each of its parties."""
    for organization_id in agreement_sides(viewer, agreement_id=event.subject.id):
        tell_directory(viewer, organization_id=organization_id)


@listens_to(VariationAgreed)
def recount_varied_promises(viewer: Viewer, event: Recorded) -> None:
    """What ran meanwhile is counted with the other time: agreed departures are not lateness."""
    recount_promises(
        viewer,
        agreement_id=UUID(str(event.payload["agreement_id"])),
        clause_key=UUID(str(event.payload["clause_key"])),
    )


@every(seconds=SIX_HOURS)
def tell_of_all_partners(viewer: Viewer) -> None:
    """Agreements begin and run out by the day, and an old answer stops to count after a year."""
    for organization_id in all_partners(viewer):
        tell_directory(viewer, organization_id=organization_id)
