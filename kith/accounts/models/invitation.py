"""An offer to join an organisation, sent by mail."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7


class Invitation(models.Model):
    """A single-use offer of one role; only the digest of its token is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    email = EncryptedTextField()
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_invitation"

    def __str__(self) -> str:
        return str(self.id)
