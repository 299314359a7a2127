"""After the kills: let all work finish, and say what is lost, half, done twice or never delivered.

Run as a program inside the site; reads the diary of the browsers, writes faults.json.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import django
from django.conf import settings

django.setup()

from django_tasks_db.models import DBTaskResult  # noqa: E402

from kith.care.models import Answer, Need, PersonsWord, Referral, ServiceReport  # noqa: E402
from kith.core import clock  # noqa: E402
from kith.core.actions.run_due_jobs import run_due_jobs  # noqa: E402
from kith.core.actions.seal_events import seal_events  # noqa: E402
from kith.core.actions.take_back_tasks import take_back_tasks  # noqa: E402
from kith.core.models import Event, EventSeal, IdempotencyKey  # noqa: E402
from kith.core.queries.verify_events import verify_events  # noqa: E402
from kith.core.viewer import Door, Viewer  # noqa: E402
from kith.core.worker import work_off  # noqa: E402
from kith.disclosure.models import Disclosure  # noqa: E402
from kith.people.models import Person  # noqa: E402
from kith.post.models import OutgoingMessage, SafeContactRule  # noqa: E402
from tests.adversary.kill_diary import Entry, read  # noqa: E402
from tests.adversary.kill_life import alias_of  # noqa: E402
from tests.adversary.referral_faults import events, referral_faults, undelivered  # noqa: E402

VIEWER = Viewer.system(Door.COMMAND)
STALE = timedelta(minutes=3)
WAITING = ["queued", "held", "sending"]


@dataclass(slots=True)
class Life:
    """The rows that one life has made."""

    people: list[Person]
    referrals: list[Referral]

    def of_person(self, kind: str) -> int:
        ids = [one.pk for one in self.people]
        return Event.objects.filter(kind=kind, person_id__in=ids).count()

    def of_referral(self, kind: str) -> int:
        return sum(events(one, kind) for one in self.referrals)


STATED = {"set_name", "reach"}
EFFECTS: dict[str, Callable[[Life], int]] = {
    "take_in": lambda life: len(life.people),
    "set_name": lambda life: sum(bool(one.name) for one in life.people),
    "reach": lambda life: SafeContactRule.objects.filter(
        person_id__in=[one.pk for one in life.people]
    ).count(),
    "draft": lambda life: len(life.referrals),
    "ask": lambda life: Disclosure.objects.filter(about_id__in=ids_of(life), stage="ask").count(),
    "say_yes": lambda life: Answer.objects.filter(referral_id__in=ids_of(life)).count(),
    "choose": lambda life: Disclosure.objects.filter(about_id__in=ids_of(life), stage="name").count(),
    "see_name": lambda life: life.of_referral("care.name_seen"),
    "meet": lambda life: ServiceReport.objects.filter(referral_id__in=ids_of(life)).count(),
    "speak": lambda life: PersonsWord.objects.filter(referral_id__in=ids_of(life)).count(),
    "close": lambda life: life.of_referral("care.referral_closed"),
    "withdraw": lambda life: life.of_referral("care.referral_withdrawn"),
}


def ids_of(life: Life) -> list[UUID]:
    return [one.pk for one in life.referrals]


def finish() -> None:
    """What a last worker does in the minutes after: nothing may stay undone. Its clock runs ahead."""
    take_back_tasks(VIEWER)
    work_off()
    with clock.at(clock.now() + STALE):
        run_due_jobs(VIEWER)
        work_off()
    seal_events(VIEWER)


def faults(diary: list[Entry], mails: str) -> list[str]:
    """Every step that is lost or doubled, every half state, every notice that never left."""
    lives = lives_of(diary)
    found = [sentence for entry in diary if entry.key for sentence in step_faults(entry, lives[entry.life])]
    known = {one.pk for life in lives.values() for one in life.people}
    for name, life in lives.items():
        found += [f"life {name}: {sentence}" for sentence in life_faults(life)]
    if Person.objects.exclude(pk__in=known).count() != 1:
        found.append("somebody was taken in whom nobody sent")
    return found + undelivered(mails) + whole()


def lives_of(diary: list[Entry]) -> dict[str, Life]:
    by_alias = defaultdict[str, list[Person]](list)
    for person in Person.objects.all():
        by_alias[person.alias].append(person)
    by_person = defaultdict[UUID, list[Referral]](list)
    for referral in Referral.objects.all():
        by_person[referral.person_id].append(referral)
    people = {entry.life: by_alias[alias_of(entry.life)] for entry in diary if entry.life}
    return {
        name: Life(several, [one for person in several for one in by_person[person.pk]])
        for name, several in people.items()
    }


def step_faults(entry: Entry, life: Life) -> list[str]:
    """An acknowledged step took effect once; another once with its key, or not at all.

    What states how things are to be has no key: stated twice is stated once.
    """
    count, keys = EFFECTS[entry.step](life), IdempotencyKey.objects.filter(key=entry.key).count()
    wrong = []
    if entry.is_acknowledged and count != 1:
        wrong.append(f"life {entry.life}: {entry.step} was acknowledged and took effect {count} times")
    if count != keys and entry.step not in STATED:
        wrong.append(f"life {entry.life}: {entry.step} took effect {count} times, with {keys} keys")
    return wrong


def life_faults(life: Life) -> list[str]:
    needs = Need.objects.filter(person__in=life.people).count()
    wrong = [] if needs == len(life.people) else ["a person without their need"]
    if life.of_person("people.person_taken_in") != len(life.people):
        wrong.append("a person without the event")
    return wrong + [sentence for one in life.referrals for sentence in referral_faults(one)]


def whole() -> list[str]:
    verification = verify_events(VIEWER, against=None)
    counts = {
        "the chain is broken": not verification.ok,
        "an event has no seal": Event.objects.count() != EventSeal.objects.count(),
        "a task was left running": DBTaskResult.objects.running().exists(),
        "a task was left waiting": DBTaskResult.objects.ready().exists(),
        "a task is a dead letter": DBTaskResult.objects.failed().exists(),
        "a message still waits": OutgoingMessage.objects.filter(status__in=WAITING).exists(),
    }
    return [sentence for sentence, is_so in counts.items() if is_so]


def mails() -> str:
    folder = Path(settings.EMAIL_FILE_PATH)
    return "".join(path.read_text(errors="replace") for path in folder.glob("*.log"))


def already_done(diary: list[Entry]) -> int:
    """How many forms, sent again after a cut, had taken effect the first time."""
    cut = {UUID(entry.key): entry.sent_again_at for entry in diary if entry.key and entry.sent_again_at}
    rows = IdempotencyKey.objects.filter(key__in=cut)
    return sum(row.at.timestamp() < cut[row.key] for row in rows)


def main() -> None:
    folder = Path(settings.KITH_DATA_DIR)
    diary = read(folder / "diary.json")
    finish()
    found = {"faults": faults(diary, mails()), "already_done": already_done(diary)}
    (folder / "faults.json").write_text(json.dumps(found))


if __name__ == "__main__":
    main()
