"""Which listener has had which event: makes listeners idempotent."""

from django.db import models

from kith.core.ids import uuid7


class Delivery(models.Model):
    """One event, delivered to one listener, once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event_id = models.UUIDField()
    listener = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        db_table = "core_delivery"
        constraints = [models.UniqueConstraint(fields=["event_id", "listener"], name="core_delivery_once")]

    def __str__(self) -> str:
        return f"{self.event_id} to {self.listener}"
