"""Ways to tamper with the trail, each telling the number of the seal that it makes bad."""

import random
from collections.abc import Callable
from copy import copy
from datetime import timedelta
from uuid import UUID, uuid4

from django.db.models import Model, QuerySet

from kith.core import clock
from kith.core.actions.seal_events import seal_events
from kith.core.chain import EVENT_FIELDS, seal_hash
from kith.core.ids import uuid7
from kith.core.models import Event, EventSeal, EventWaiting
from tests.factories.core import SYSTEM, thing_done

Tampering = Callable[[random.Random], int]
HOURS_TWO_MS = 2 * 3_600_000


def force_update(rows: QuerySet[Event] | QuerySet[EventSeal], **changes: object) -> None:
    """What someone with the database's password can do."""
    assert QuerySet.update(rows, **changes)


def force_delete(row: Model) -> None:
    assert Model.delete(copy(row))


def chain() -> list[EventSeal]:
    return list(EventSeal.objects.order_by("seq"))


def event_of(seal: EventSeal) -> QuerySet[Event]:
    return Event.objects.filter(id=seal.event_id)


def seal_row(seal: EventSeal) -> QuerySet[EventSeal]:
    return EventSeal.objects.filter(seq=seal.seq)


def hash_now(previous: str, seq: int, event_id: UUID) -> str:
    return seal_hash(previous, seq, Event.objects.filter(id=event_id).values_list(*EVENT_FIELDS).get())


def id_made_at(ms: int) -> UUID:
    return UUID(int=ms << 80 | (uuid7().int & (1 << 80) - 1))


def copied_event(event_id: UUID, like: EventSeal) -> UUID:
    row = event_of(like).get()
    row.pk, row._state.adding = event_id, True
    row.save()
    return event_id


def change_event(chance: random.Random) -> int:
    seal = chance.choice(chain())
    row = event_of(seal).get()
    changes: dict[str, object] = {
        "id": uuid4(),
        "at": row.at + timedelta(microseconds=chance.choice([-1, 1, 10**9])),
        "kind": row.kind + "x",
        "user_id": uuid7(),
        "acting_organization_id": uuid7(),
        "roles": "admin",
        "door": "portal",
        "purpose": "public",
        "subject_kind": "person",
        "subject_id": uuid7(),
        "organization_id": uuid7(),
        "partner_organization_id": uuid7(),
        "person_id": uuid7(),
        "payload": {**row.payload, "count": row.payload["count"] + 1},
    }
    name = chance.choice(EVENT_FIELDS)
    force_update(event_of(seal), **{name: changes[name]})
    return seal.seq


def change_seal(chance: random.Random) -> int:
    seal = chance.choice(chain())
    changes: dict[str, object] = {
        "previous": "0" * 63 + "1",
        "hash": seal.hash[::-1],
        "event_id": uuid7(),
        "seq": seal.seq + 10_000,
    }
    name = chance.choice(sorted(changes))
    force_update(seal_row(seal), **{name: changes[name]})
    return seal.seq


def change_event_and_its_seal(chance: random.Random) -> int:
    seal = chance.choice(chain())
    force_update(event_of(seal), person_id=uuid7())
    force_update(seal_row(seal), hash=hash_now(seal.previous, seal.seq, seal.event_id))
    return seal.seq


def delete_event(chance: random.Random) -> int:
    seal = chance.choice(chain())
    force_delete(event_of(seal).get())
    return seal.seq


def delete_seal(chance: random.Random) -> int:
    seal = chance.choice(chain())
    force_delete(seal)
    return seal.seq


def delete_both(chance: random.Random) -> int:
    seal = chance.choice(chain())
    force_delete(event_of(seal).get())
    force_delete(EventSeal.objects.get(seq=seal.seq))
    return seal.seq


def delete_both_and_close_the_gap(chance: random.Random) -> int:
    seals = chain()
    seal = chance.choice(seals[:-1])
    force_delete(event_of(seal).get())
    force_delete(EventSeal.objects.get(seq=seal.seq))
    for later in seals[seal.seq :]:
        force_update(seal_row(later), seq=later.seq - 1)
    return seal.seq


def delete_unsealed(_chance: random.Random) -> int:
    event_id = thing_done()
    force_delete(Event.objects.get(id=event_id))
    return len(chain()) + 1


def insert_without_seal(chance: random.Random) -> int:
    seal = chance.choice(chain())
    copied_event(UUID(int=seal.event_id.int - 1), like=seal)
    return seal.seq


def insert_with_false_seal(chance: random.Random) -> int:
    last = chain()[-1]
    event_id = copied_event(uuid7(), like=last)
    EventSeal.objects.create(seq=last.seq + 1, event_id=event_id, previous=last.hash, hash="f" * 64)
    return last.seq + 1


def insert_dated_back_with_true_seal(_chance: random.Random) -> int:
    last = chain()[-1]
    old = id_made_at((last.event_id.int >> 80) - HOURS_TWO_MS)
    event_id = copied_event(old, like=last)
    seal = hash_now(last.hash, last.seq + 1, event_id)
    EventSeal.objects.create(seq=last.seq + 1, event_id=event_id, previous=last.hash, hash=seal)
    return last.seq + 1


def insert_dated_back_to_be_sealed(_chance: random.Random) -> int:
    last = chain()[-1]
    old = id_made_at((last.event_id.int >> 80) - HOURS_TWO_MS)
    EventWaiting.objects.create(event_id=copied_event(old, like=last))
    seal_events(SYSTEM)
    return last.seq + 1


def insert_between(chance: random.Random) -> int:
    seals = chain()
    place = chance.choice(seals)
    for later in reversed(seals[place.seq - 1 :]):
        force_update(seal_row(later), seq=later.seq + 1)
    event_id = copied_event(UUID(int=place.event_id.int - 1), like=place)
    seal = hash_now(place.previous, place.seq, event_id)
    EventSeal.objects.create(seq=place.seq, event_id=event_id, previous=place.previous, hash=seal)
    return place.seq


def swap_places(chance: random.Random) -> int:
    first, second = sorted(chance.sample(chain(), 2), key=lambda seal: seal.seq)
    force_update(seal_row(first), seq=-1)
    force_update(seal_row(second), seq=first.seq)
    force_update(EventSeal.objects.filter(seq=-1), seq=second.seq)
    return first.seq


def swap_events(chance: random.Random) -> int:
    first, second = sorted(chance.sample(chain(), 2), key=lambda seal: seal.seq)
    one, other = event_of(first).values().get(), event_of(second).values().get()
    force_update(event_of(first), **{**other, "id": first.event_id})
    force_update(event_of(second), **{**one, "id": second.event_id})
    return first.seq


def cut_the_tail(chance: random.Random) -> int:
    seals = chain()
    place = chance.choice(seals)
    for seal in seals[place.seq - 1 :]:
        force_delete(event_of(seal).get())
        force_delete(seal)
    return place.seq


def rewrite_everything_after(chance: random.Random) -> int:
    """Someone who computes every later hash anew: only the checkpoint shows it, and names its own seal."""
    seals = chain()
    place = chance.choice(seals)
    force_update(event_of(place), at=clock.now())
    previous = place.previous
    for seal in seals[place.seq - 1 :]:
        new = hash_now(previous, seal.seq, seal.event_id)
        force_update(seal_row(seal), previous=previous, hash=new)
        previous = new
    return seals[-1].seq


TAMPERINGS: tuple[Tampering, ...] = (
    change_event,
    change_seal,
    change_event_and_its_seal,
    delete_event,
    delete_seal,
    delete_both,
    delete_both_and_close_the_gap,
    delete_unsealed,
    insert_without_seal,
    insert_with_false_seal,
    insert_dated_back_with_true_seal,
    insert_dated_back_to_be_sealed,
    insert_between,
    swap_places,
    swap_events,
    cut_the_tail,
    rewrite_everything_after,
)
