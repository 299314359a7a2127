"""Events that have no seal yet: what the sequencer takes next."""

from django.db import models


class EventWaiting(models.Model):
    """Written with the event, removed with its seal. An event with neither was put in past `record`."""

    event_id = models.UUIDField(primary_key=True)

    class Meta:
        db_table = "core_event_waiting"

    def __str__(self) -> str:
        return str(self.event_id)
