"""The person's own page: what I asked for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.care.models import Referral
from kith.care.policies.answer import persons_words
from kith.care.policies.referral import May, referrals
from kith.care.terms import NextStep, ReferralStatus
from kith.care.wording import person_sentence
from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.service_cards import service_cards

LONGEST = 50


@dataclass(frozen=True, slots=True)
class MyRequest:
    """One request: a sentence, the next date if it is still to come, and what I can do."""

    referral_id: UUID
    service_name: str
    sentence: str
    next_at: datetime | None
    is_open: bool
    can_choose: bool
    can_speak: bool
    can_stop: bool


def my_requests(viewer: Viewer, *, person_id: UUID) -> list[MyRequest]:
    """The person's requests: open ones by next date, then closed ones, newest first. Four statements."""
    own = referrals(viewer, May.CHOOSE).filter(person_id=person_id)
    rows = list(own.order_by("-drafted_at", "-pk")[:LONGEST])
    cards = service_cards(viewer, service_ids=[row.service_id for row in rows])
    names = organization_names(viewer, organization_ids=[row.receiver_id for row in rows])
    said = set(persons_words(viewer, [row.pk for row in rows]).values_list("referral_id", flat=True))
    lines = [_line(row, cards[row.service_id].name, names[row.receiver_id], row.pk in said) for row in rows]
    return sorted(lines, key=lambda line: (not line.is_open, line.next_at.timestamp() if line.next_at else 0))


def _line(row: Referral, service: str, organization: str, has_said: bool) -> MyRequest:
    status = ReferralStatus(row.status)
    return MyRequest(
        referral_id=row.id,
        service_name=service,
        sentence=person_sentence(_step_seen(row), organization=organization),
        next_at=_still_to_come(row.next_at),
        is_open=row.closed_at is None,
        can_choose=status is ReferralStatus.ACCEPTED,
        can_speak=status in {ReferralStatus.NAMED, ReferralStatus.COMPLETED} and not has_said,
        can_stop=row.closed_at is None,
    )


def _step_seen(row: Referral) -> NextStep:
    """What the person reads: a partner that could not take it is told as such, without a word of blame.

    One that knows the name is not said to be phoned without it.
    """
    if row.status == ReferralStatus.DECLINED.value:
        return NextStep.FIND_ANOTHER
    if row.status == ReferralStatus.NAMED.value and row.next_step == NextStep.PHONE_THEM.value:
        return NextStep.WAIT_TO_MEET
    return NextStep(row.next_step)


def _still_to_come(moment: datetime | None) -> datetime | None:
    """A date that is over is no date to wait for; the worker's list has it."""
    return moment if moment is not None and moment >= clock.now() else None
