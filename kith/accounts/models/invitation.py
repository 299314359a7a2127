"""An offer to join an organisation, or to open one's own page, sent by mail."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7
from kith.core.viewer import Role


class Invitation(models.Model):
    """A single-use offer of one role; only the digest of its token is kept.

    `role` is empty for a person's own page: no membership comes of it. `from_organization` is the one that
    the inviter acted for; empty for a command.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, blank=True)
    email = EncryptedTextField()
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    from_organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_invitation"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=["", *(role.value for role in Role)]),
                name="accounts_invitation_role",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="accounts_invitation_one_end",
            ),
            models.CheckConstraint(
                condition=models.Q(role=Role.ADMIN.value)
                | models.Q(from_organization__isnull=True)
                | models.Q(from_organization=models.F("organization")),
                name="accounts_invitation_outside_admin",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
