"""Loads Kith once, then forks the processes that are killed: so two hundred kills take minutes, not hours.

Reads one role a line, prints the process number of each. Forks before it has ever opened a database.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event as Flag

import django
from django.conf import settings

django.setup()

from django_tasks_db.models import DBTaskResult  # noqa: E402

from kith.core import clock  # noqa: E402
from kith.core.actions.run_due_jobs import run_due_jobs  # noqa: E402
from kith.core.actions.seal_events import seal_events  # noqa: E402
from kith.core.actions.take_back_tasks import take_back_tasks  # noqa: E402
from kith.core.models import Event, EventSeal, IdempotencyKey  # noqa: E402
from kith.core.queries.verify_events import verify_events  # noqa: E402
from kith.core.worker import run_worker, work_off  # noqa: E402
from tests.adversary.kill_driver import VIEWER, acknowledged, drive, key_of, step_of  # noqa: E402

STALE = timedelta(minutes=2)


def work() -> None:
    run_worker(Flag())


def finish() -> None:
    """What a last worker does in the minutes after: nothing may stay undone. Its clock runs ahead."""
    take_back_tasks(VIEWER)
    work_off()
    with clock.at(clock.now() + STALE):
        run_due_jobs(VIEWER)
        work_off()
    seal_events(VIEWER)
    Path(settings.KITH_DATA_DIR, "faults.json").write_text(json.dumps(faults()))


def faults() -> list[str]:
    """Every acknowledged step that is lost, every half state, every notice that never left."""
    done = acknowledged()
    found = [] if done == list(range(len(done))) else ["a step was acknowledged twice or skipped"]
    for number in range(len(done) + 1):
        found += [f"step {number}: {sentence}" for sentence in step_of(number).faults(number)]
        count = step_of(number).count(number)
        if number < len(done) and count != 1:
            found.append(f"step {number} was acknowledged and took effect {count} times")
        if count != IdempotencyKey.objects.filter(key=key_of(number)).count():
            found.append(f"step {number} has an effect without its key, or a key without its effect")
    return found + list(whole())


def whole() -> list[str]:
    verification = verify_events(VIEWER, against=None)
    counts = {
        "the chain is broken": not verification.ok,
        "an event has no seal": Event.objects.count() != EventSeal.objects.count(),
        "a task was left running": DBTaskResult.objects.running().exists(),
        "a task was left waiting": DBTaskResult.objects.ready().exists(),
        "a task is a dead letter": DBTaskResult.objects.failed().exists(),
    }
    return [sentence for sentence, is_so in counts.items() if is_so]


ROLES: dict[str, Callable[[], None]] = {"web": drive, "worker": work, "finish": finish}


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            log = Path(settings.KITH_DATA_DIR) / "log"
            handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            ROLES[line.strip()]()
            sys.stdout.flush()
            os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    main()
