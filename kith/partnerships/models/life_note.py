"""What the parties said when they suspended, resumed or looked at an agreement."""

from django.db import models

from kith.core.ids import uuid7


class LifeNote(models.Model):
    """One step in the words of the party that took it: `step` is a `LifeStep`, `reason` a code of its list.

    For a review `held_on` and `next_on` are its day and the day of the next; `to_change` is what it found.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=20)
    reason = models.CharField(max_length=30, default="")
    words = models.TextField(default="")
    to_change = models.TextField(default="")
    held_on = models.DateField(null=True)
    next_on = models.DateField(null=True)
    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    noted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    noted_at = models.DateTimeField()

    class Meta:
        db_table = "partnerships_life_note"
        indexes = [models.Index(fields=["agreement", "noted_at"], name="partnerships_life_note_of")]

    def __str__(self) -> str:
        return f"{self.step} {self.id}"
