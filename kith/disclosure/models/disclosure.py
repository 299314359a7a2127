"""The ledger: what was told to whom, when, and by which yes. Kept for ever."""

from django.db import models

from kith.consent.terms import Kind, SharePurpose, Stage
from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7


class Disclosure(models.Model):
    """One telling of one partner about one record (`about`), with the rules that let it happen."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    holder = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    contact_id = models.UUIDField(null=True)
    consent = models.ForeignKey("consent.ConsentGrant", on_delete=models.PROTECT, related_name="+")
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    stage = models.CharField(max_length=10, choices=[(stage.value, stage.value) for stage in Stage])
    purpose = models.CharField(
        max_length=40, choices=[(purpose.value, purpose.value) for purpose in SharePurpose]
    )
    rules = models.JSONField()
    packs = models.JSONField()
    duties = models.JSONField()
    told_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "disclosure_disclosure"
        indexes = [
            models.Index(fields=["person", "recipient", "stopped_at"], name="disclosure_person"),
            models.Index(fields=["about_kind", "about_id"], name="disclosure_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["about_kind", "about_id", "recipient", "contact_id", "stage"],
                condition=models.Q(stopped_at__isnull=True),
                name="disclosure_told_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def ref(self) -> Ref:
        """This telling, as events name it."""
        return Ref("disclosure", self.id)

    @property
    def about(self) -> Ref:
        """The record it was told for."""
        return Ref(self.about_kind, self.about_id)


class SharedItem(models.Model):
    """One thing as it was told. Whether it is shown is decided again at each read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    disclosure = models.ForeignKey("disclosure.Disclosure", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in Kind])
    text = EncryptedTextField()

    class Meta:
        db_table = "disclosure_shared_item"
        constraints = [
            models.UniqueConstraint(fields=["disclosure", "kind"], name="disclosure_item_once_a_kind")
        ]

    def __str__(self) -> str:
        return str(self.id)
