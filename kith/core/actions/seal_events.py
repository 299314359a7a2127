"""Seal what was recorded: the sequencer of the event chain."""

from django.db import transaction

from kith.core.chain import EVENT_FIELDS, FIRST_PREVIOUS, EventValues, seal_hash
from kith.core.errors import Denied
from kith.core.locks import hold_lock
from kith.core.models import EventSeal
from kith.core.policies.event_seal import May, chained_events, may_touch, seals, waiting
from kith.core.viewer import Viewer

BATCH = 1000


def seal_events(viewer: Viewer) -> int:
    """Seal every committed event that waits, oldest id first. Returns how many.

    Batches, each its own transaction under one lock: several sequencers make one chain. Raises Denied for
    all but the system.
    """
    if not may_touch(viewer, May.SEAL):
        raise Denied
    sealed = 0
    while waiting(viewer, May.SEAL).exists():
        done = _seal_batch(viewer)
        sealed += done
        if done == 0:
            break
    return sealed


@transaction.atomic
def _seal_batch(viewer: Viewer) -> int:
    hold_lock("core.event_seal")
    marks = waiting(viewer, May.SEAL)
    events = list(
        chained_events(viewer, May.SEAL)
        .filter(id__in=marks.values("event_id"))
        .order_by("id")
        .values_list(*EVENT_FIELDS)[:BATCH]
    )
    EventSeal.objects.bulk_create(_next_seals(viewer, events), BATCH)
    marks.filter(event_id__in=[event[0] for event in events]).delete()
    return len(events)


def _next_seals(viewer: Viewer, events: list[EventValues]) -> list[EventSeal]:
    last = seals(viewer, May.SEAL).last()
    seq, previous = (last.seq, last.hash) if last is not None else (0, FIRST_PREVIOUS)
    made = []
    for event in events:
        seq += 1
        seal = seal_hash(previous, seq, event)
        made.append(EventSeal(seq=seq, event_id=str(event[0]), previous=previous, hash=seal))
        previous = seal
    return made
