"""A directive made ready for decisions: who may be told what, why, from when until when."""

from django.db import models

from kith.consent.terms import SharePurpose
from kith.core.fields import EncryptedTextField
from kith.core.ids import Ref, uuid7


class ConsentGrant(models.Model):
    """One yes to tell one partner (and one human there) these kinds for one record (`about`), and no other.

    `kinds` is a sorted list of Kind values. Its id is the consent's id everywhere else in Kith.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    directive = models.ForeignKey("consent.ConsentDirective", on_delete=models.PROTECT, related_name="+")
    person_id = models.UUIDField()
    holder = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    contact_id = models.UUIDField(null=True)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    kinds = models.JSONField()
    purpose = models.CharField(
        max_length=40, choices=[(purpose.value, purpose.value) for purpose in SharePurpose]
    )
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    is_replaced = models.BooleanField(default=False)

    class Meta:
        db_table = "consent_grant"
        indexes = [
            models.Index(fields=["person_id", "recipient", "withdrawn_at"], name="consent_grant_person"),
            models.Index(fields=["withdrawn_at", "valid_until"], name="consent_grant_ending"),
            models.Index(fields=["about_kind", "about_id"], name="consent_grant_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__gt=models.F("valid_from")), name="consent_grant_has_time"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def ref(self) -> Ref:
        """This consent, as events name it."""
        return Ref("consent", self.id)

    @property
    def about(self) -> Ref:
        """The record that it was given for."""
        return Ref(self.about_kind, self.about_id)


class Exclusion(models.Model):
    """Someone the person does not want to see it: a partner, or (with `contact_id`) one human there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person_id = models.UUIDField()
    holder = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    contact_id = models.UUIDField(null=True)
    words = EncryptedTextField(default="")
    excluded_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "consent_exclusion"
        indexes = [
            models.Index(fields=["person_id", "organization", "lifted_at"], name="consent_exclusion_person")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "holder", "organization"],
                condition=models.Q(lifted_at__isnull=True, contact_id__isnull=True),
                name="consent_partner_out_once",
            ),
            models.UniqueConstraint(
                fields=["person_id", "holder", "organization", "contact_id"],
                condition=models.Q(lifted_at__isnull=True, contact_id__isnull=False),
                name="consent_human_out_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
