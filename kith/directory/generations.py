"""Generations of the search index on this machine's disk: where they lie, and how one is built."""

import fcntl
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from kith.core import clock
from kith.core.queries.site_timezone import site_timezone
from kith.core.viewer import Door, Viewer
from kith.core.written_once import WrittenOnce
from kith.directory.models import SearchRecord, SearchState
from kith.directory.policies.search_record import search_records, search_states
from kith.directory.searching.codes import schema
from kith.directory.searching.stored import from_text
from kith.matching.building import build_generation
from kith.matching.documents import Document
from kith.matching.generation import CURRENT, PREFIX, Generation, current_generation
from kith.matching.manifest import Damaged, read_manifest

FOLDER = "matching"
LOCK = "builder.lock"
AT_ONCE = 2000
FAR_BEHIND = 2000
OLDEST_SECONDS = 24 * 3600
ANYBODY = Viewer.nobody(Door.PUBLIC)
Mark = tuple[int, int] | None


STATE_COLUMNS = ("id", "epoch", "sequence", "forgets_after", "is_filled")
_states = WrittenOnce(
    lambda viewer, _asked: search_states(viewer).order_by("pk").values_list(*STATE_COLUMNS)[:1]
)


def _state(columns: Sequence[object]) -> SearchState:
    return SearchState.from_db(DEFAULT_DB_ALIAS, STATE_COLUMNS, columns)


def state_now() -> SearchState:
    """How far the records have come. One statement."""
    found = _states(ANYBODY)
    return _state(found[0]) if found else SearchState(epoch=UUID(int=0))


def folder_of(epoch: UUID) -> Path:
    """Where the generations of an epoch lie."""
    return Path(settings.KITH_DATA_DIR) / FOLDER / epoch.hex


def mark_of(folder: Path) -> Mark:
    """Another one as soon as another generation is the current one; None where there is none."""
    try:
        found = (folder / CURRENT).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def opened(state: SearchState) -> Generation | None:
    """The current generation of this epoch, or the last good one; none that has seen what is not recorded."""
    found = current_generation(folder_of(state.epoch))
    return found if found is not None and found.sequence <= state.sequence else None


def needs_building(state: SearchState) -> bool:
    """True where none is there of all that was told, or the current one is not good enough any more."""
    if state.sequence == 0:
        return False
    folder = folder_of(state.epoch)
    mark = mark_of(folder)
    sequence = _sequence_of_good(folder, mark)
    if mark is None or sequence is None or not state.forgets_after <= sequence <= state.sequence:
        return True
    age_seconds = clock.now().timestamp() - mark[0] / 1e9
    return age_seconds > OLDEST_SECONDS or _is_far_behind(sequence)


def build(state: SearchState) -> bool:
    """Build the generation of all records, and take away what it replaces; False where another builder works.

    The number is read before the records: what is written meanwhile has a higher one, and is read again.
    """
    folder = folder_of(state.epoch)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(folder.parent / LOCK) as is_alone:
        if not is_alone:
            return False
        rows = search_records(ANYBODY).filter(is_gone=False)
        built = build_generation(folder, documents_of(rows), schema=schema(), sequence=state.sequence)
        _remove_others(folder, built, state)
    return True


def documents_of(rows: QuerySet[SearchRecord]) -> Iterator[Document]:
    """What these records say today, a part at a time."""
    today = clock.today(site_timezone(ANYBODY))
    found = rows.values_list("service_id", "document", "places")
    for service_id, text, places in found.iterator(chunk_size=AT_ONCE):
        yield from_text(service_id, text, places=places, today=today)


@lru_cache(maxsize=4)
def _sequence_of_good(folder: Path, mark: Mark) -> int | None:
    """The number of the current generation; None where there is none of the facts that are asked for today.

    It is opened once: the mark is another one for each generation.
    """
    found = current_generation(folder) if mark else None
    return found.sequence if found is not None and found.schema == schema() else None


def _is_far_behind(sequence: int) -> bool:
    later = search_records(ANYBODY).filter(sequence__gt=sequence).values_list("pk", flat=True)
    return len(later[: FAR_BEHIND + 1]) > FAR_BEHIND


@contextmanager
def _alone(path: Path) -> Iterator[bool]:
    """True for one builder at a time on this machine; a killed one holds nothing."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _remove_others(folder: Path, built: Path, state: SearchState) -> None:
    """Those of other epochs, and those before this one that may hold words to be forgotten."""
    others = [one for one in folder.parent.iterdir() if one.is_dir() and one != folder]
    before = [one for one in folder.glob(f"{PREFIX}*") if one != built and _may_tell(one, state)]
    for one in (*others, *before):
        shutil.rmtree(one, ignore_errors=True)


def _may_tell(path: Path, state: SearchState) -> bool:
    try:
        return read_manifest(path).sequence < state.forgets_after
    except Damaged:
        return True
