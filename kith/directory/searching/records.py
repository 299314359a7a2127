"""Keeping what the search is told: in the action's own transaction, numbered in the order of commits."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from kith.core import clock
from kith.core.ids import uuid7
from kith.core.locks import hold_lock
from kith.core.viewer import Door, Viewer
from kith.directory.models import SearchRecord, SearchState
from kith.directory.models.search_record import THE_STATE
from kith.directory.policies.search_record import search_records, search_states
from kith.directory.searching.stored import to_text
from kith.directory.searching.telling import Telling
from kith.matching.documents import NOT_KNOWN

ANYBODY = Viewer.nobody(Door.PUBLIC)
LOCK = "directory.search"
COLUMNS = ("sequence", "is_gone", "places", "fresh_until", "document")


def keep_tellings(tellings: Mapping[UUID, Telling], *, gone: Collection[UUID]) -> None:
    """Write these services, each in the place of its earlier record, and that the others are gone.

    Four statements; none where there is nothing to write.
    """
    if not tellings and not gone:
        return
    sequence = next_sequence()
    rows = [_row(service_id, sequence, one) for service_id, one in sorted(tellings.items())]
    rows += [
        SearchRecord(service_id=one, sequence=sequence, is_gone=True, places=NOT_KNOWN)
        for one in sorted(gone)
    ]
    added: QuerySet[SearchRecord] = QuerySet(SearchRecord)
    added.bulk_create(rows, update_conflicts=True, unique_fields=["service_id"], update_fields=COLUMNS)


def keep_places(service_id: UUID, *, places: int, until: datetime | None) -> None:
    """Write the public band of places alone, where it is another one. One statement if it is not.

    What is read before the lock only saves taking it; another may be telling of the service just now.
    """
    row = search_records(ANYBODY).filter(pk=service_id, is_gone=False)
    held = row.values_list("places", "fresh_until").first()
    if held is not None and held[0] == places and (held[1] is None or held[1] > clock.now()):
        return
    hold_lock(LOCK)
    held = row.values_list("places", "fresh_until").first()
    if held is None:
        return
    times = [at for at in (until, held[1]) if at is not None]
    row.update(sequence=next_sequence(), places=places, fresh_until=min(times, default=None))


def next_sequence() -> int:
    """The next number. Who draws one holds the lock until commit, so none is ever seen before a lower one."""
    hold_lock(LOCK)
    states = search_states(ANYBODY).filter(pk=THE_STATE)
    if not states.update(sequence=F("sequence") + 1):
        QuerySet(SearchState).create(sequence=1)
    return states.values_list("sequence", flat=True).get()


def forget_built() -> None:
    """Whatever was built up to now may hold words that nobody may find any more."""
    next_sequence()
    search_states(ANYBODY).update(forgets_after=F("sequence"))


def begin_anew() -> None:
    """Nothing that was built before is of use any more; numbers go on from where they are."""
    hold_lock(LOCK)
    search_states(ANYBODY).update(epoch=uuid7(), sequence=F("sequence") + 1)


def mark_filled() -> None:
    """Every service was told."""
    next_sequence()
    search_states(ANYBODY).update(is_filled=True)


def _row(service_id: UUID, sequence: int, telling: Telling) -> SearchRecord:
    return SearchRecord(
        service_id=service_id,
        sequence=sequence,
        places=telling.places,
        fresh_until=telling.fresh_until,
        document=to_text(telling.told),
    )
