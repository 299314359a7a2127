"""One clause of a wording as data, and what was said about it."""

from django.db import models

from kith.core.ids import uuid7


class Clause(models.Model):
    """What `organization` owes `to_organization` (null: every other party). `key` stays through versions.

    `terms` is the body of the clause's kind as `kith.partnerships.clauses` writes it; `digest` is over all
    of it, so that two people who change it at once are told.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.UUIDField(default=uuid7)
    version = models.ForeignKey("partnerships.Version", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    place = models.PositiveSmallIntegerField()
    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    to_organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    service = models.ForeignKey("directory.Service", on_delete=models.PROTECT, related_name="+", null=True)
    terms = models.JSONField(default=dict)
    note = models.TextField(default="")
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "partnerships_clause"
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="partnerships_clause_once"),
        ]
        indexes = [
            models.Index(fields=["version", "kind"], name="partnerships_clause_kind"),
            models.Index(fields=["key"], name="partnerships_clause_key"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Comment(models.Model):
    """What one side says about a clause on the table, or about the whole (no clause)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.CASCADE, related_name="+")
    clause_key = models.UUIDField(null=True)
    version_number = models.PositiveSmallIntegerField()
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    contact = models.ForeignKey(
        "partnerships.PartnerContact", on_delete=models.PROTECT, related_name="+", null=True
    )
    text = models.TextField()
    written_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_comment"
        indexes = [models.Index(fields=["agreement", "written_at"], name="partnerships_comment_of")]

    def __str__(self) -> str:
        return f"comment {self.id}"
