"""An agreement as it lives through its versions, and who of its parties has left it."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.partnerships.terms import AgreementKind, AgreementStatus


class Agreement(models.Model):
    """What two or more organisations agree on. The words stand in its versions; here is how it stands.

    Its days are counted in `timezone`. Published words may be read by community seats.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partnership = models.ForeignKey(
        "partnerships.Partnership", on_delete=models.PROTECT, related_name="+", null=True
    )
    kind = models.CharField(max_length=20, default=AgreementKind.MOU.value)
    status = models.CharField(max_length=20, default=AgreementStatus.DRAFT.value)
    timezone = models.CharField(max_length=60, default="UTC")
    drafted_by = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True)
    suspended_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_agreement"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(
                    status__in=[AgreementStatus.IN_FORCE.value, AgreementStatus.SUSPENDED.value]
                )
                | models.Q(in_force_at__isnull=False),
                name="partnerships_agreement_in_force_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=AgreementStatus.SUSPENDED.value)
                | models.Q(suspended_at__isnull=False),
                name="partnerships_agreement_suspended_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=AgreementStatus.ENDED.value) | models.Q(ended_at__isnull=False),
                name="partnerships_agreement_ended_when",
            ),
        ]
        indexes = [models.Index(fields=["status"], name="partnerships_agreement_stands")]

    def __str__(self) -> str:
        return f"agreement {self.id}"

    @property
    def ref(self) -> Ref:
        """Which agreement, for events."""
        return Ref("agreement", self.id)


class Withdrawal(models.Model):
    """One party leaves after `last_on`; the others stay bound to each other."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    last_on = models.DateField()
    said_at = models.DateTimeField()
    said_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    words = models.TextField(default="")

    class Meta:
        db_table = "partnerships_withdrawal"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organization"], name="partnerships_withdrawal_once")
        ]

    def __str__(self) -> str:
        return f"withdrawal {self.id}"
