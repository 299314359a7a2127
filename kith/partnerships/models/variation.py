"""An agreed, logged departure from a clause, for a time and a reason: flexibility, not lateness."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.partnerships.terms import VariationStatus


class Variation(models.Model):
    """From `first_on` to `last_on`, both days included, `terms` stand in place of the clause's own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.PROTECT, related_name="+")
    clause_key = models.UUIDField()
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, default=VariationStatus.ASKED.value)
    reason = models.CharField(max_length=30)
    words = models.TextField(default="")
    terms = models.JSONField(default=dict)
    first_on = models.DateField()
    last_on = models.DateField()
    is_within_tolerance = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_variation"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_on__lte=models.F("last_on")), name="partnerships_variation_order"
            )
        ]
        indexes = [
            models.Index(fields=["agreement", "status"], name="partnerships_variation_of"),
            models.Index(fields=["clause_key", "first_on"], name="partnerships_variation_key"),
        ]

    def __str__(self) -> str:
        return f"variation {self.id}"

    @property
    def ref(self) -> Ref:
        """Which variation, for events."""
        return Ref("variation", self.id)


class VariationAnswer(models.Model):
    """What one of the parties towards whom the clause is owed says to it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    variation = models.ForeignKey("partnerships.Variation", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    is_yes = models.BooleanField()
    words = models.TextField(default="")
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "partnerships_variation_answer"
        constraints = [
            models.UniqueConstraint(
                fields=["variation", "organization"], name="partnerships_variation_answer_once"
            )
        ]

    def __str__(self) -> str:
        return f"answer {self.id}"
