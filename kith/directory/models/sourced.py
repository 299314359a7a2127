"""What every row shares that can come from a source."""

from django.db import models

from kith.core.ids import uuid7


class Sourced(models.Model):
    """Our id, the source's id where the row came from one, and the place in its list.

    `hsds_id` is the id under which it is published: one for one record of a source, in however many lists
    of that source it stands.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    hsds_id = models.UUIDField(default=uuid7, editable=False)
    source_id = models.CharField(max_length=100, default="", blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)
