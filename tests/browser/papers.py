"""Papers in the demo town: one that was signed by hand, and words that wait for a hand or a phone call."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kith.consent.terms import ASK_KINDS
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.partnerships.actions.adopt_paper_agreement import adopt_paper_agreement
from kith.partnerships.actions.propose_agreement import propose_agreement
from kith.partnerships.models import PartnerContact
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise
from kith.post.actions.make_link import make_link
from kith.post.terms import LinkPurpose
from tests.factories.partnerships import SYSTEM
from tests.partnerships.papers import PDF


def papers_of_the_town(manager: Viewer) -> Mapping[str, Sequence[object]]:
    """What the addresses are made of: a link about a paper, and the pages that note how a party answered."""
    others = PartnerContact.objects.exclude(partner__organization_id=manager.organization_id)
    contact = others.filter(is_active=True, partner__welcomed_by_id=manager.organization_id).earliest("pk")
    adopted = adopt_paper_agreement(
        manager, paper=PDF, filename="agreement.pdf", signed_on=clock.now().date(), **_words(manager, contact)
    )
    partner_id = contact.partner.organization_id
    proposed = propose_agreement(manager, **_words(manager, contact))
    token = _link_to_confirm(adopted, contact)
    return {
        "confirm_paper.token": [token],
        "paper_by_link.token": [token],
        "sign_on_paper.agreement_id": [proposed],
        "sign_on_paper.organization_id": [manager.organization_id],
        "note_phoned_answer.agreement_id": [proposed],
        "note_phoned_answer.organization_id": [partner_id],
    }


def _words(manager: Viewer, contact: PartnerContact) -> dict[str, Any]:
    assert manager.organization_id is not None
    partner_id = contact.partner.organization_id
    return {
        "title": "Answering each other on paper",
        "purpose": "People get an answer from those who can help.",
        "parties": (Party(manager.organization_id, PartyRole.LEAD), Party(partner_id, PartyRole.RECEIVER)),
        "promises": [Promise(partner_id, 2)],
        "scope": ASK_KINDS,
        "starts_on": clock.now().date(),
        "review_on": None,
        "ends_on": None,
    }


def _link_to_confirm(agreement_id: UUID, contact: PartnerContact) -> str:
    return make_link(
        SYSTEM,
        purpose=LinkPurpose.CONFIRM_PAPER,
        about=Ref("agreement", agreement_id),
        organization_id=contact.partner.organization_id,
        contact_id=contact.id,
        valid_days=7,
    ).token
