"""The chain over the events: each seal holds the hash of the one before."""

from django.db import models

from kith.core.models.insert_only import InsertOnly


class EventSeal(InsertOnly):
    """Seal number `seq` over one event: SHA-256 of the previous hash, the number and the event."""

    seq = models.BigIntegerField(primary_key=True)
    event_id = models.UUIDField(unique=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "core_event_seal"

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"
