"""What a kill may never do, done by hand on the rows of a finished site: each must be found.

Prints, for each, the faults that are found then; everything is put back.
"""

import json
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kith.care.models import Answer, PersonsWord, Referral
from kith.core import clock
from kith.core.ids import uuid7
from kith.core.models import IdempotencyKey
from kith.people.models import Person
from kith.post.models import OutgoingMessage
from tests.adversary.kill_diary import Entry, read
from tests.adversary.kill_faults import faults, mails

LAST = 150
Tampering = Callable[[list[Entry]], object]


def close_again(diary: list[Entry]) -> None:
    """Somebody read that a life was closed which is not."""
    closed = {entry.life for entry in diary if entry.step in {"close", "withdraw"}}
    drafted = next(entry.life for entry in diary if entry.step == "draft" and entry.life not in closed)
    diary.append(Entry(drafted, "close", str(uuid7()), ["302"], is_acknowledged=True))


def take_back_a_step(_diary: list[Entry]) -> None:
    """The status of a finished referral goes back, and all else stays."""
    row = Referral.objects.filter(status="completed").latest("drafted_at")
    row.status, row.closed_at, row.disposition = "named", None, ""
    row.next_step, row.next_at = "ask_person", clock.now()
    row.save()


def take_in_twice(_diary: list[Entry]) -> None:
    person = Person.objects.latest("since")
    Person.objects.create(
        organization_id=person.organization_id,
        alias=person.alias,
        owner_user_id=person.owner_user_id,
        since=person.since,
    )


def answer_twice(_diary: list[Entry]) -> None:
    answer = Answer.objects.latest("told_at")
    Answer.objects.create(
        referral_id=answer.referral_id, kind=answer.kind, via=answer.via, told_at=answer.told_at
    )


TAMPERINGS: dict[str, Tampering] = {
    "a step is lost": lambda _: PersonsWord.objects.all().delete(),
    "a step was never done": close_again,
    "a step is done twice": answer_twice,
    "somebody was taken in twice": take_in_twice,
    "a key is lost": lambda _: IdempotencyKey.objects.all().delete(),
    "a state is half": take_back_a_step,
    "a place is held for ever": lambda _: Referral.objects.filter(status="completed").update(has_place=True),
    "a mail is not sent": lambda _: OutgoingMessage.objects.update(status="queued"),
}


def found_after(tampering: Tampering) -> list[str]:
    diary = last_lives()
    with transaction.atomic():
        tampering(diary)
        found = faults(diary, mails())
        transaction.set_rollback(True)
    return found


def last_lives() -> list[Entry]:
    """The end of the diary: there are enough lives in it, and all of it takes long after hundreds of kills."""
    return read(Path(settings.KITH_DATA_DIR) / "diary.json")[-LAST:]


def tell() -> None:
    found = {name: found_after(tampering) for name, tampering in TAMPERINGS.items()}
    print(json.dumps({**found, "a mail never left": faults(last_lives(), "")}))
