"""Whether this site works: for a monitor, not for people."""

from functools import cache
from io import StringIO

from django.core.management import call_command
from django.db import DatabaseError
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from kith.core import clock
from kith.core.queries.work_state import work_state
from kith.core.viewer import Door, Viewer
from kith.web.request import KithRequest

WORKER_SECONDS = 60


@require_safe
def health(_request: KithRequest) -> JsonResponse:
    """JSON: does the database answer, are migrations applied, is a worker alive. 503 if not all is well.

    Counts and ages only: nothing here is about a person.
    """
    try:
        is_migrated = has_all_migrations()
        age = worker_age_seconds() if is_migrated else None
    except DatabaseError:
        return JsonResponse({"database": False}, status=503)
    has_worker = age is not None and age <= WORKER_SECONDS
    found = {"database": True, "migrations": is_migrated, "worker": has_worker, "worker_seconds": age}
    return JsonResponse(found, status=200 if is_migrated and has_worker else 503)


def worker_age_seconds() -> int | None:
    """How long ago a worker was last seen; None if never."""
    seen = work_state(Viewer.system(Door.COMMAND)).last_seen_at
    return None if seen is None else int((clock.now() - seen).total_seconds())


def has_all_migrations() -> bool:
    """True if every migration is applied. Once true, it stays so for this process."""
    try:
        _check_migrations()
    except SystemExit:
        return False
    return True


@cache
def _check_migrations() -> None:
    call_command("migrate", check_unapplied=True, verbosity=0, stdout=StringIO(), interactive=False)
