"""One form, one effect: what came of each form's key."""

from django.db import models

from kith.core.ids import uuid7


class IdempotencyKey(models.Model):
    """The key of one form as one viewer sent it, and the id of what it made."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    viewer = models.CharField(max_length=100)
    key = models.UUIDField()
    outcome_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "core_idempotency_key"
        constraints = [models.UniqueConstraint(fields=["viewer", "key"], name="core_key_once")]
        indexes = [models.Index(fields=["at"], name="core_key_at")]

    def __str__(self) -> str:
        return f"{self.key}"
