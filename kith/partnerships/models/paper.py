"""A paper that was signed by hand."""

from django.db import models

from kith.core.ids import uuid7


class Paper(models.Model):
    """A scan or photo of a version signed by hand; the file lies sealed in the site's private files.

    `organization` is whose signature it carries; null where all signed the same paper.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey("partnerships.Version", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    file_id = models.UUIDField()
    content_type = models.CharField(max_length=40)
    byte_count = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    signed_on = models.DateField()
    adopted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    adopted_by_organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    adopted_at = models.DateTimeField()

    class Meta:
        db_table = "partnerships_paper"
        constraints = [
            models.UniqueConstraint(fields=["version", "organization"], name="partnerships_paper_once"),
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(organization__isnull=True),
                name="partnerships_paper_of_all_once",
            ),
        ]

    def __str__(self) -> str:
        return f"paper {self.id}"
