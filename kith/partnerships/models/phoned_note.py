"""The evidence of what a party said on the phone about words on the table."""

from django.db import models

from kith.core.ids import uuid7


class PhonedNote(models.Model):
    """Beside a comment: who told it, when, and what the party said of the note by its link (promise 16)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    comment = models.OneToOneField("partnerships.Comment", on_delete=models.CASCADE, related_name="+")
    told_by = models.CharField(max_length=120)
    told_at = models.DateTimeField()
    is_right = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)
    contact = models.ForeignKey(
        "partnerships.PartnerContact", on_delete=models.PROTECT, related_name="+", null=True
    )
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "partnerships_phoned_note"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_right__isnull=True, answered_at__isnull=True)
                | models.Q(is_right__isnull=False, answered_at__isnull=False),
                name="partnerships_phoned_note_whole",
            )
        ]

    def __str__(self) -> str:
        return f"note {self.id}"
