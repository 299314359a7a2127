"""Background work: one task a listener and event, run by `kith worker`."""

from uuid import UUID

from django.db import transaction
from django_tasks import task

from kith.core import clock
from kith.core.listening import LISTENERS, recorded
from kith.core.models import Delivery, Event
from kith.core.viewer import Door, Viewer


@task()
def deliver(event_id: str, listener: str) -> None:
    """Tell one listener of one event, once: its effects and the mark stand or fall together.

    A listener that no longer exists is an error, so that the task goes to the dead letters and is seen.
    """
    row = Event.objects.get(id=UUID(event_id))
    hear = LISTENERS[row.kind][listener]
    with transaction.atomic():
        _, is_new = Delivery.objects.get_or_create(
            event_id=row.id, listener=listener, defaults={"at": clock.now()}
        )
        if is_new:
            hear(Viewer.system(Door.WORKER), recorded(row))
