"""A named person at a partner."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7


class PartnerContact(models.Model):
    """One person asked and told for a partner; ended, never deleted. The code is kept as a salted hash."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partner = models.ForeignKey("partnerships.Partner", on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField()
    email = EncryptedTextField(default="")
    phone = EncryptedTextField(default="")
    role_title = models.CharField(max_length=120)
    best_time = models.CharField(max_length=120, default="")
    language = models.CharField(max_length=35)
    is_active = models.BooleanField(default=True)
    code_hash = models.CharField(max_length=128, default="")
    code_tries = models.PositiveSmallIntegerField(default=0)
    code_tried_since = models.DateTimeField(null=True)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "partnerships_contact"
        indexes = [models.Index(fields=["partner", "is_active"], name="partnerships_contact_partner")]

    def __str__(self) -> str:
        return f"contact {self.id}"
