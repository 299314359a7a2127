"""An agreement and who takes part in it."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7
from kith.partnerships.terms import AgreementStatus


class Agreement(models.Model):
    """What two or more organisations agree on. `text_digest` is of the words and clauses that are signed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    title = models.CharField(max_length=200)
    purpose = models.TextField()
    status = models.CharField(max_length=20, default=AgreementStatus.DRAFT.value)
    starts_on = models.DateField()
    review_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    text_digest = models.CharField(max_length=64)
    drafted_by = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    proposed_at = models.DateTimeField(null=True)
    in_force_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_agreement"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=AgreementStatus.IN_FORCE.value)
                | models.Q(in_force_at__isnull=False),
                name="partnerships_agreement_in_force_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=AgreementStatus.ENDED.value) | models.Q(ended_at__isnull=False),
                name="partnerships_agreement_ended_when",
            ),
        ]
        indexes = [models.Index(fields=["status", "starts_on"], name="partnerships_agreement_status")]

    def __str__(self) -> str:
        return f"agreement {self.id}"

    @property
    def ref(self) -> Ref:
        """Which agreement, for events."""
        return Ref("agreement", self.id)


class AgreementParty(models.Model):
    """One organisation in its place in the wording, and its signature once it has signed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    signed_how = models.CharField(max_length=20, default="")
    signer_name = EncryptedTextField(default="")
    signer_role = models.CharField(max_length=120, default="")

    class Meta:
        db_table = "partnerships_party"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "organization"], name="partnerships_party_once"),
            models.CheckConstraint(
                condition=models.Q(signed_at__isnull=True, signed_how="")
                | (models.Q(signed_at__isnull=False) & ~models.Q(signed_how="")),
                name="partnerships_party_signed_how",
            ),
        ]

    def __str__(self) -> str:
        return f"party {self.id}"
