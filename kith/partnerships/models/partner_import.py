"""A spreadsheet of partners between its preview and its taking in, and what it made."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7


class PartnerImport(models.Model):
    """`rows` are sealed, and blank once they were taken in; `made` are the ids of what the taking in made."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    begun_at = models.DateTimeField()
    rows = EncryptedTextField(default="")
    taken_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    made = models.JSONField(default=dict)

    class Meta:
        db_table = "partnerships_import"

    def __str__(self) -> str:
        return f"import {self.id}"

    @property
    def ref(self) -> Ref:
        """Which import, for events."""
        return Ref("partner_import", self.id)
