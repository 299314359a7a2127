"""The index as it is now: the current generation, and every change since, in each process of its own.

The database stays the truth. A call reads one row; only where something was committed since the last call
does it read what. Nothing is kept that a transaction has not committed yet.
"""

from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic
from uuid import UUID

from django.db import DatabaseError

from kith.core.locks import is_in_transaction, let_go
from kith.directory.generations import Mark, folder_of, mark_of, opened, state_now
from kith.directory.models import SearchState
from kith.directory.reading.known_places import Version
from kith.directory.searching.codes import schema
from kith.directory.searching.delta import Delta, changed_since, changes_since
from kith.matching.generation import Generation, prefault
from kith.matching.index import Index

LARGE_DELTA = 500
BREATH_SECONDS = 0.5
"""How long a large delta is used before it is brought up to date again: each time costs."""


@dataclass(frozen=True, slots=True)
class LiveIndex:
    """What answers, with all changes up to `sequence`. `is_old`: some of the last minutes may be missing.

    `version` is another one after any change to what is published of services and places.
    """

    index: Index
    sequence: int
    is_old: bool
    epoch: UUID

    @property
    def version(self) -> Version:
        """Epoch and sequence."""
        return self.epoch, self.sequence


@dataclass(frozen=True, slots=True)
class _Held:
    epoch: UUID
    mark: Mark
    base: Generation | None
    delta: Delta
    live: LiveIndex
    at: float = field(default_factory=monotonic)

    def is_of(self, state: SearchState, mark: Mark) -> bool:
        """True if it knows all that the state knows, from the generation of that mark."""
        return self.epoch == state.epoch and self.mark == mark and self.live.sequence >= state.sequence

    def is_fresh_enough(self, state: SearchState) -> bool:
        """True for a large delta that was brought up to date just now."""
        is_just_now = monotonic() - self.at < BREATH_SECONDS
        return is_just_now and len(self.delta) > LARGE_DELTA and self.epoch == state.epoch


class _Keeper:
    """Holds the index of this process; whoever finds it behind brings it up to date, one thread at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: _Held | None = None

    def now(self) -> LiveIndex:
        state = state_now()
        mark = mark_of(folder_of(state.epoch))
        held = self._held
        if held is not None and (held.is_of(state, mark) or held.is_fresh_enough(state)):
            return held.live
        if is_in_transaction():
            return _brought_up(held, state, mark).live
        with self._lock:
            held = self._held
            if held is None or not held.is_of(state, mark):
                held = self._held = _brought_up(held, state, mark)
            return held.live


_KEEPER = _Keeper()


def index_now() -> LiveIndex:
    """The index with every change that was committed before the call. One statement where nothing changed.

    Otherwise a few more. Inside a transaction it sees that transaction's own changes too.
    """
    return _KEEPER.now()


def warm_up() -> None:
    """Open the index and read its files once, so that no question waits for the disk: at the start.

    A database that does not answer yet is no reason to stop: the first question opens it then.
    """
    try:
        base = index_now().index.base
        prefault(base)
    except DatabaseError:
        return
    finally:
        let_go()


def _brought_up(held: _Held | None, state: SearchState, mark: Mark) -> _Held:
    """The next one: on the new generation where there is one, else on the held one."""
    if held is None or held.epoch != state.epoch:
        held = _Held(
            state.epoch,
            None,
            None,
            Delta(),
            LiveIndex(Index(None, schema=schema()), 0, is_old=False, epoch=state.epoch),
        )
    if mark != held.mark:
        held = _on_generation(held, state, mark)
    since = held.live.sequence
    delta = changes_since(since, held.delta) if state.sequence > since else held.delta
    live = LiveIndex(
        index=Index(
            held.base,
            changed=delta.documents(),
            gone=_gone(held.base, state, delta),
            schema=schema() if held.base is None else None,
            is_to_forget=_is_to_forget(held.base, state),
        ),
        sequence=max(state.sequence, since, delta.sequence),
        is_old=_is_old(held.base, state, delta),
        epoch=state.epoch,
    )
    return replace(held, delta=delta, live=live, at=monotonic())


def _on_generation(held: _Held, state: SearchState, mark: Mark) -> _Held:
    """The same on the current generation; on the held one where there is none, or none that can be read.

    What a gap left out is read again from there on, unless the generation has seen it.
    """
    base = opened(state)
    if base is None:
        return replace(held, mark=mark)
    delta, known = held.delta.after(base.sequence), max(held.live.sequence, base.sequence)
    if delta.gap:
        delta, known = Delta(), base.sequence
    return replace(held, mark=mark, base=base, delta=delta, live=replace(held.live, sequence=known))


def _gone(base: Generation | None, state: SearchState, delta: Delta) -> set[UUID]:
    """Who is not to be found in the generation: also those in a gap, where it may hold words to forget."""
    if not delta.gap or not _is_to_forget(base, state) or base is None:
        return delta.gone()
    return delta.gone() | (changed_since(base.sequence) - set(delta.changes))


def _is_to_forget(base: Generation | None, state: SearchState) -> bool:
    """True where the generation may hold words that nobody may find any more."""
    return base is not None and base.sequence < state.forgets_after


def _is_old(base: Generation | None, state: SearchState, delta: Delta) -> bool:
    is_of_other_facts = base is not None and base.schema != schema()
    return bool(delta.gap) or is_of_other_facts or not state.is_filled
