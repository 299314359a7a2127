"""A known sentence, sealed with the keys of this database: other keys do not open it."""

from uuid import UUID

from django.db import models

from kith.core.fields import EncryptedTextField

CANARY_ID = UUID(int=1)
CANARY_WORDS = "These are the keys of this database."


class KeyCanary(models.Model):
    """One row, written once, so that wrong keys are noticed also where nothing private is kept yet."""

    id = models.UUIDField(primary_key=True, default=CANARY_ID, editable=False)
    words = EncryptedTextField()

    class Meta:
        db_table = "core_key_canary"
        constraints = [models.CheckConstraint(condition=models.Q(id=CANARY_ID), name="core_one_canary")]

    def __str__(self) -> str:
        return str(self.id)
