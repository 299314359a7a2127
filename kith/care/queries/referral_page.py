"""One referral as the worker sees it: where it stands, what was told, what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from kith.accounts.queries.away_now import AwayLine, away_now
from kith.accounts.queries.member_names import member_names
from kith.care.events import ReferralSeen
from kith.care.excluded import asked_contact, way_to
from kith.care.models import Referral
from kith.care.policies.need import May as MayNeed
from kith.care.policies.need import one_need
from kith.care.policies.referral import May, one_referral
from kith.care.queries.referral_story import StoryLine, referral_story
from kith.care.terms import STATUS_WORDS, NextStep, ReferralStatus
from kith.care.wording import is_past, next_sentence
from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.directory.queries.service_cards import service_cards
from kith.disclosure.queries.asks_with_name import asks_with_name
from kith.disclosure.queries.what_was_shared import SharedPage, what_was_shared
from kith.partnerships.views_of import ContactCard
from kith.people.queries.person_facts import person_facts
from kith.post.queries.messages_about import MessageLine, messages_about


class Button(StrEnum):
    """What the page offers; each is an action that this viewer may do now."""

    ASK = "ask"
    RECORD_ANSWER = "record_answer"
    CHOOSE = "choose"
    REPORT = "report"
    SPEAK = "speak"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"
    PUT_OFF = "put_off"
    LETTER = "letter"
    NAME_CODE = "name_code"


BUTTONS: dict[ReferralStatus, tuple[Button, ...]] = {
    ReferralStatus.DRAFT: (Button.ASK, Button.LETTER),
    ReferralStatus.ASKED: (Button.RECORD_ANSWER, Button.LETTER),
    ReferralStatus.ACCEPTED: (Button.CHOOSE, Button.LETTER),
    ReferralStatus.NAMED: (Button.REPORT, Button.SPEAK, Button.CLOSE, Button.LETTER, Button.NAME_CODE),
}
ALWAYS_WHILE_OPEN = (Button.PUT_OFF, Button.HAND_OVER, Button.WITHDRAW)


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One referral for those who asked. `told_name` is None until the name was told.

    `guessed_at`: when the page with the name was closed because a wrong code was tried too often. `away` is
    set while the owner is away: who has it today, and until when. `has_name_in_ask`: words that went out held
    a name or number that was written down later, and are hidden.
    """

    referral_id: UUID
    person_id: UUID
    person_label: str
    need_id: UUID
    need_words: str
    service_name: str
    organization_id: UUID
    organization_name: str
    contact: ContactCard | None
    owner_name: str
    away: AwayLine | None
    status: ReferralStatus
    status_words: str
    next_step: NextStep
    next_sentence: str
    next_at: datetime | None
    due_at: datetime | None
    is_past_promise: bool
    guessed_at: datetime | None
    has_name_in_ask: bool
    promise_days: int | None
    consent_id: UUID | None
    told_in_ask: SharedPage | None
    told_name: SharedPage | None
    messages: list[MessageLine]
    story: list[StoryLine]
    buttons: tuple[Button, ...]
    met_on: date | None
    reroute_of: UUID | None
    is_self_started: bool


def referral_page(viewer: Viewer, *, referral_id: UUID) -> ReferralPage:
    """The whole story of one referral; looking is recorded. Raises NotFound, or Denied at the partner."""
    referral = one_referral(viewer, referral_id, May.CLOSE)
    person = person_facts(viewer, person_id=referral.person_id)
    card = service_cards(viewer, service_ids=[referral.service_id])[referral.service_id]
    way = way_to(
        viewer,
        person_id=referral.person_id,
        sender_id=referral.sender_id,
        receiver_id=referral.receiver_id,
        service_id=referral.service_id,
    )
    status, step = ReferralStatus(referral.status), NextStep(referral.next_step)
    story = referral_story(viewer, referral_id=referral_id)
    page = ReferralPage(
        referral_id=referral.id,
        person_id=person.id,
        person_label=person.alias,
        need_id=referral.need_id,
        need_words=one_need(viewer, referral.need_id, MayNeed.READ).words,
        service_name=card.name,
        organization_id=card.organization_id,
        organization_name=card.organization_name,
        contact=asked_contact(way, contact_id=referral.contact_id),
        owner_name=member_names(viewer, user_ids=[referral.owner_id]).get(referral.owner_id, ""),
        away=next((line for line in away_now(viewer) if line.user_id == referral.owner_id), None),
        status=status,
        status_words=str(STATUS_WORDS[status]),
        next_step=step,
        next_sentence=next_sentence(step, person=person.alias, organization=card.organization_name),
        next_at=referral.next_at,
        due_at=referral.due_at,
        is_past_promise=status is ReferralStatus.ASKED and is_past(referral.due_at, clock.now()),
        guessed_at=referral.guessed_at,
        has_name_in_ask=referral.ref in asks_with_name(viewer, person_id=person.id),
        promise_days=referral.promise_days,
        consent_id=referral.consent_id,
        told_in_ask=_told(viewer, referral.ask_disclosure_id),
        told_name=_told(viewer, referral.name_disclosure_id),
        messages=messages_about(viewer, about=referral.ref),
        story=story,
        buttons=_buttons(status, story, may_give_code=_may_give_code(viewer, referral)),
        met_on=next((line.happened_on for line in reversed(story) if line.happened_on), None),
        reroute_of=referral.reroute_of_id,
        is_self_started=referral.is_self_started,
    )
    _note_look(viewer, referral)
    return page


def _told(viewer: Viewer, disclosure_id: UUID | None) -> SharedPage | None:
    return what_was_shared(viewer, disclosure_id=disclosure_id) if disclosure_id else None


def _buttons(status: ReferralStatus, story: list[StoryLine], *, may_give_code: bool) -> tuple[Button, ...]:
    """What can be done now; finishing waits for the service's evidence and the person's own word."""
    here = BUTTONS.get(status)
    if here is None:
        return ()
    has_met = any(line.happened_on for line in story)
    may_close = has_met and any(line.is_persons_word for line in story)
    held_back = {Button.CLOSE: not may_close, Button.NAME_CODE: not may_give_code}
    offered = tuple(button for button in here if not held_back.get(button, False))
    return (*offered, *ALWAYS_WHILE_OPEN)


def _may_give_code(viewer: Viewer, referral: Referral) -> bool:
    """A code is read out by the owner alone, and not for a page that was closed by guessing."""
    return referral.owner_id == viewer.user_id and referral.guessed_at is None


@transaction.atomic
def _note_look(viewer: Viewer, referral: Referral) -> None:
    seen = ReferralSeen(
        subject=referral.ref, person_id=referral.person_id, organization_id=referral.sender_id
    )
    record(viewer, seen)
