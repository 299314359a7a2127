"""The clauses that Kith keeps: how soon a party answers, and what may be told."""

from django.db import models

from kith.core.ids import uuid7


class PromiseClause(models.Model):
    """An organisation answers within `days` of its own working days."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "partnerships_promise_clause"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organization"], name="partnerships_promise_once"),
            models.CheckConstraint(condition=models.Q(days__gte=1), name="partnerships_promise_days"),
        ]

    def __str__(self) -> str:
        return f"{self.days} days"


class DataScopeClause(models.Model):
    """The kinds of facts that may pass between the parties, as a list of consent's `Kind` values."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.OneToOneField("partnerships.Agreement", on_delete=models.CASCADE, related_name="+")
    kinds = models.JSONField(default=list)

    class Meta:
        db_table = "partnerships_data_scope_clause"

    def __str__(self) -> str:
        return f"scope {self.id}"
