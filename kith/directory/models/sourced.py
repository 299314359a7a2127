"""What every row shares that can come from a source."""

from django.db import models

from kith.core.ids import uuid7


class Sourced(models.Model):
    """Our id, the source's id where the row came from one, and the place in its list."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source_id = models.CharField(max_length=100, default="", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)
