"""Tasks and listeners that only tests know."""

from django_tasks import task

from kith.core.events import Recorded
from kith.core.viewer import Viewer

DONE: list[str] = []


class Stumbled(Exception):
    """What a failing task raises; its words name a person, and must not be kept."""


@task()
def works(word: str) -> None:
    """A task that ends well."""
    DONE.append(word)


@task()
def stumbles(name: str) -> None:
    """A task that fails each time."""
    raise Stumbled(f"{name} was not found")


def hears(viewer: Viewer, event: Recorded) -> None:
    """A listener."""
    assert viewer.is_system
    DONE.append(f"{event.kind} {event.payload['count']}")


def forget_what_waits_for(listener: str) -> None:
    """Take away the deliveries that still wait for a listener: as if they had been made long ago."""
    from django_tasks_db.models import DBTaskResult

    for row in DBTaskResult.objects.ready():
        if listener in str(row.args_kwargs):
            row.delete()
