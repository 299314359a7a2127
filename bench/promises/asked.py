"""Asking the reader and, in turns with it, the reference: one agreement by its key."""

import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.promises import rows
from bench.promises.made import NOW, SERVICES_EACH, plans
from bench.promises.rows import services, write
from kith.core import clock
from kith.core.viewer import Door, Purpose, Role, Viewer
from kith.partnerships.models import Agreement
from kith.partnerships.queries.promised import promised

WARM = 40
BLOCK = 50


@dataclass(frozen=True, slots=True)
class Question:
    """Who asks whom, for which service; a worker of the one who asks looks."""

    viewer: Viewer
    sender_id: UUID
    receiver_id: UUID
    service_id: UUID


def measured(*, agreements: int, organizations: int, rounds: int, asks: int) -> str:
    """Make them, ask, and tell all rounds as JSON."""
    planned = list(plans(agreements, organizations=organizations))
    who = rows.organizations(organizations)
    offers = services(who)
    write(planned, who, offers)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    ids = list(Agreement.objects.values_list("pk", flat=True))
    chance = random.Random(11)
    reader, reference = [], []
    with clock.at(NOW):
        questions = [
            _question(chance, planned[chance.randrange(agreements)].parties, who, offers) for _ in range(asks)
        ]
        statements, bound = _statements(questions)
        for _ in range(rounds):
            one, other = _round(questions, [chance.choice(ids) for _ in questions])
            reader.append(one)
            reference.append(other)
    found = {
        "reader_p50": [share(times, 0.5) for times in reader],
        "reader_p95": [share(times, 0.95) for times in reader],
        "reference_p95": [share(times, 0.95) for times in reference],
        "statements": statements,
        "found": bound,
    }
    return json.dumps(found)


def share(times: Sequence[float], part: float) -> float:
    """The time under which this part of them lies, in milliseconds."""
    ordered = sorted(times)
    return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def _question(
    chance: random.Random, parties: Sequence[int], who: Sequence[UUID], offers: Sequence[Sequence[UUID]]
) -> Question:
    """Two parties of one agreement, so that a busy organisation is asked about as often as it takes part."""
    sender, receiver = chance.sample(list(parties), 2)
    viewer = Viewer(
        user_id=None,
        organization_id=who[sender],
        roles=frozenset({Role.NAVIGATOR}),
        purpose=Purpose.CARE,
        door=Door.STAFF,
        person_id=None,
        only=None,
        is_system=False,
    )
    return Question(viewer, who[sender], who[receiver], offers[receiver][chance.randrange(SERVICES_EACH)])


def _read(one: Question) -> bool:
    found = promised(
        one.viewer, sender_id=one.sender_id, receiver_id=one.receiver_id, service_id=one.service_id
    )
    return bool(found.agreement_ids)


def _statements(questions: Sequence[Question]) -> tuple[int, float]:
    """The most statements that a question took, and how often something bound the two."""
    counts, bound = [], 0
    _read(questions[0])  # Django asks SQLite once in a process what it can do
    for one in questions[:WARM]:
        with CaptureQueriesContext(connection) as seen:
            bound += _read(one)
        counts.append(len(seen))
    return max(counts), bound / len(counts)


def _round(questions: Sequence[Question], ids: Sequence[UUID]) -> tuple[list[float], list[float]]:
    """Blocks in turns, the other one first each time."""
    reader: list[float] = []
    reference: list[float] = []
    for number, first in enumerate(range(0, len(questions), BLOCK)):
        turns = [
            (reader, [lambda one=one: _read(one) for one in questions[first : first + BLOCK]]),
            (
                reference,
                [lambda one=one: Agreement.objects.get(pk=one) for one in ids[first : first + BLOCK]],
            ),
        ]
        for times, calls in turns if number % 2 else reversed(turns):
            times.extend(_timed(call) for call in calls)
    return reader, reference


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
