"""A partnership: who sits at the table, and what they want together."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.partnerships.table_terms import GoalState


class Partnership(models.Model):
    """Organisations that work on one issue. `levels` are `EcologicalLevel` values."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200)
    issue = models.CharField(max_length=300, default="")
    purpose = models.TextField(default="")
    levels = models.JSONField(default=list)
    timezone = models.CharField(max_length=60, default="UTC")
    begun_by = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_partnership"

    def __str__(self) -> str:
        return f"partnership {self.id}"

    @property
    def ref(self) -> Ref:
        """Which partnership, for events."""
        return Ref("partnership", self.id)


class Seat(models.Model):
    """One organisation at the table: `roles` are `PartyRole` values; `priorities` are its own words.

    `left_reason`: why the seat was taken away; empty for who left by itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    roles = models.JSONField(default=list)
    priorities = models.TextField(default="")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_reason = models.TextField(default="")

    class Meta:
        db_table = "partnerships_seat"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "organization"], name="partnerships_seat_once")
        ]
        indexes = [models.Index(fields=["organization"], name="partnerships_seat_of")]

    def __str__(self) -> str:
        return f"seat {self.id}"


class SharedGoal(models.Model):
    """What the partners want to reach together, how they will know, and by when."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partnership = models.ForeignKey("partnerships.Partnership", on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    how_known = models.CharField(max_length=300, default="")
    level = models.CharField(max_length=20)
    state = models.CharField(max_length=20, default=GoalState.OPEN.value)
    due_on = models.DateField(null=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_shared_goal"
        indexes = [models.Index(fields=["partnership", "place"], name="partnerships_goal_of")]

    def __str__(self) -> str:
        return f"goal {self.id}"
