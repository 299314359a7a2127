"""What a partner would be told: now, after its yes, and not at all."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from kith.consent.decide import Decision
from kith.consent.facts import Discloser, PartnersWord
from kith.consent.terms import ConsentState, Kind, Stage
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.board import HeldItem, PreviewItem, board_of
from kith.disclosure.circumstances import Parties, decide_item, gather
from kith.disclosure.events import SharingPreviewed
from kith.disclosure.gate import GATE
from kith.disclosure.items import ask_items
from kith.disclosure.no_name import holds_name, is_in_other_letters
from kith.disclosure.policies.sharing import check_may_share
from kith.people.queries.count_alike import count_alike
from kith.people.queries.person_facts import PersonFacts, person_facts

RARE_BELOW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """For sender and person only. `stays` is never shown to a partner.

    `ask` and `name` are the law's answers as things stand now; before a yes, the three lists show what
    would go if the person agreed to all that may go. `has_area`: a rough area goes out with the question.
    `is_rare_combination`: one goes, and fewer than 5 people of the organisation share it and the languages,
    so that the question itself may point to one person.
    `has_name_in_ask`: a text that would go without a name holds the name; it will not be sent like that.
    `is_in_other_letters`: one is in other letters than the name, so that only a human can find it there.
    """

    goes_now: list[PreviewItem]
    goes_after_yes: list[PreviewItem]
    stays: list[PreviewItem]
    has_area: bool
    is_rare_combination: bool
    has_name_in_ask: bool
    is_in_other_letters: bool
    consent_id: UUID | None
    consent_state: ConsentState
    ask: Decision
    name: Decision


def preview_sharing(
    viewer: Viewer,
    *,
    person_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
    service_id: UUID,
    need_text: str,
    also_held: tuple[HeldItem, ...] = (),
) -> Preview:
    """Where each kind of thing goes that exists about this person, in the order of Kind.

    `about` is the record that it would be told for: a yes for another one does not count here.

    Nothing is told by looking; the look is recorded. Raises NotFound or Denied.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    at = gather(
        Parties(
            person_id=person_id,
            holder_id=person.organization_id,
            recipient_id=recipient_id,
            contact_id=contact_id,
            about=about,
        ),
        discloser=Discloser.HOLDS_THE_RECORD,
    )
    _record_look(viewer, person, recipient_id=recipient_id, service_id=service_id)
    asked = ask_items(person, need_text=need_text)
    texts = [text for kind, text in asked.items() if kind is not Kind.LANGUAGE]
    board = board_of(at, person, asked=asked, also_held=also_held)
    has_area = any(item.kind is Kind.ROUGH_AREA for item in board.goes_now)
    return Preview(
        goes_now=board.goes_now,
        goes_after_yes=board.goes_after_yes,
        stays=board.stays,
        has_area=has_area,
        is_rare_combination=has_area and _is_rare(person),
        has_name_in_ask=any(holds_name(person, text) for text in texts),
        is_in_other_letters=any(is_in_other_letters(person, text) for text in texts),
        consent_id=at.standing.consent_id,
        consent_state=ConsentState(at.standing.state),
        ask=decide_item(at, kind=Kind.NEED, stage=Stage.ASK, partners_word=PartnersWord.NOT_YET),
        name=decide_item(at, kind=Kind.NAME, stage=Stage.NAME, partners_word=PartnersWord.SAID_YES),
    )


def _is_rare(person: PersonFacts) -> bool:
    """Fewer than RARE_BELOW people of the organisation, this one among them, are alike."""
    alike = count_alike(
        GATE,
        organization_id=person.organization_id,
        languages=list(person.languages),
        rough_area=person.rough_area,
    )
    return alike < RARE_BELOW


@transaction.atomic
def _record_look(viewer: Viewer, person: PersonFacts, *, recipient_id: UUID, service_id: UUID) -> None:
    record(
        viewer,
        SharingPreviewed(
            subject=Ref("person", person.id),
            person_id=person.id,
            organization_id=person.organization_id,
            recipient_id=recipient_id,
            service_id=service_id,
        ),
    )
