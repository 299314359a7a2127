"""Many at the same moment, each with a database connection of its own."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread

from django.db import connections

Work = Callable[[], object]


def all_at_once(works: Sequence[Work]) -> list[object]:
    """Run all works in threads that start together; each one's answer, or the error it raised."""
    answers: list[object] = [None] * len(works)
    start = Barrier(len(works))

    def run(place: int, database: str) -> None:
        connection = connections["default"]
        connection.settings_dict = {**connection.settings_dict, "NAME": database}
        start.wait()
        try:
            answers[place] = works[place]()
        except Exception as error:  # noqa: BLE001 (what each one got is the answer)
            answers[place] = error
        finally:
            connection.close()

    with database_for_many() as database:
        threads = [Thread(target=run, args=(place, database)) for place in range(len(works))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return answers


@contextmanager
def database_for_many() -> Iterator[str]:
    """The test database's name; one in memory is a file meanwhile, where locks are a real site's."""
    here = connections["default"]
    if here.vendor != "sqlite" or not here.is_in_memory_db():
        yield here.settings_dict["NAME"]
        return
    here.ensure_connection()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.sqlite3"
        _copy(here.connection, path, back=False)
        yield str(path)
        _copy(here.connection, path, back=True)


def _copy(memory: sqlite3.Connection, path: Path, *, back: bool) -> None:
    on_disk = sqlite3.connect(path)
    source, target = (on_disk, memory) if back else (memory, on_disk)
    source.backup(target)
    on_disk.close()
