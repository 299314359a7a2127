"""What became of one promise: the row from which both sides read the same report."""

from django.db import models

from kith.core.ids import uuid7
from kith.partnerships.clause_terms import ClauseKind


class PromiseOutcome(models.Model):
    """One asking under a clause of this kind. `source_id` is the upper room's record; no report shows it.

    `due_at` is None where no clock ran. `answered_days` are the promiser's own working days, as they were
    when the answer came. `is_varied`: an agreed variation of the clause held while it ran.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source_id = models.UUIDField()
    kind = models.CharField(max_length=30, default=ClauseKind.RESPONSE_PROMISE.value)
    agreement = models.ForeignKey(
        "partnerships.Agreement", on_delete=models.PROTECT, related_name="+", null=True
    )
    clause_key = models.UUIDField(null=True)
    promiser = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    towards = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+", null=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_days = models.PositiveSmallIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=20, default="")
    result = models.CharField(max_length=20)
    is_varied = models.BooleanField(default=False)
    was_paused = models.BooleanField(default=False)

    class Meta:
        db_table = "partnerships_promise_outcome"
        constraints = [
            models.UniqueConstraint(fields=["source_id", "kind"], name="partnerships_outcome_once"),
        ]
        indexes = [
            models.Index(fields=["promiser", "towards", "asked_at"], name="partnerships_outcome_pair"),
            models.Index(fields=["service", "asked_at"], name="partnerships_outcome_service"),
        ]

    def __str__(self) -> str:
        return f"outcome {self.id}"
