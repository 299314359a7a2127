"""The paper behind an adopted agreement."""

from django.db import models

from kith.core.ids import uuid7


class Paper(models.Model):
    """A scan or photo of an agreement signed by hand; the file lies sealed in the site's private files."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.OneToOneField("partnerships.Agreement", on_delete=models.PROTECT, related_name="+")
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

    def __str__(self) -> str:
        return f"paper {self.id}"
