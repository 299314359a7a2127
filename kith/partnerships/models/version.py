"""The words of an agreement at one time, who takes part in them, and their signatures."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7
from kith.partnerships.terms import VersionState


class Version(models.Model):
    """One wording. `text` is what is signed, fixed when it is offered; `text_digest` is its SHA-256.

    A draft is its writer's alone. At most one version of an agreement is signed by all: it binds.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey("partnerships.Agreement", on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    based_on = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=20, default=VersionState.DRAFT.value)
    title = models.CharField(max_length=200)
    purpose = models.TextField()
    free_text = models.TextField(default="")
    language = models.CharField(max_length=35, default="en")
    starts_on = models.DateField()
    review_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    text = models.TextField(default="")
    text_digest = models.CharField(max_length=64, default="")
    written_by = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    offered_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_version"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="partnerships_version_number"),
            models.UniqueConstraint(
                fields=["agreement"],
                condition=models.Q(state=VersionState.SIGNED.value),
                name="partnerships_version_one_binds",
            ),
            models.UniqueConstraint(
                fields=["agreement"],
                condition=models.Q(state=VersionState.OFFERED.value),
                name="partnerships_version_one_offered",
            ),
            models.CheckConstraint(
                condition=models.Q(state=VersionState.DRAFT.value) | ~models.Q(text_digest=""),
                name="partnerships_version_has_text",
            ),
        ]
        indexes = [models.Index(fields=["state", "starts_on"], name="partnerships_version_binds")]

    def __str__(self) -> str:
        return f"version {self.number}"


class AgreementParty(models.Model):
    """One organisation in its place in a wording, and its signature once it has signed.

    `name` is the organisation's as it stood in the words. Who need not sign reads only what is published,
    or what is reported to it, until it signs.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.ForeignKey("partnerships.Version", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    name = models.CharField(max_length=300, default="")
    place = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30)
    must_sign = models.BooleanField(default=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    signed_contact = models.ForeignKey(
        "partnerships.PartnerContact", on_delete=models.PROTECT, related_name="+", null=True
    )
    signed_how = models.CharField(max_length=20, default="")
    signer_name = EncryptedTextField(default="")
    signer_role = models.CharField(max_length=120, default="")

    class Meta:
        db_table = "partnerships_party"
        constraints = [
            models.UniqueConstraint(fields=["version", "organization"], name="partnerships_party_once"),
            models.CheckConstraint(
                condition=models.Q(signed_at__isnull=True, signed_how="")
                | (models.Q(signed_at__isnull=False) & ~models.Q(signed_how="")),
                name="partnerships_party_signed_how",
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "version"], name="partnerships_party_of"),
            models.Index(
                fields=["organization", "version"],
                condition=models.Q(signed_at__isnull=False),
                name="partnerships_party_signed",
            ),
        ]

    def __str__(self) -> str:
        return f"party {self.id}"
