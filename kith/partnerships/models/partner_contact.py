"""A named person at a partner."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7
from kith.partnerships.one_human import Human


class PartnerContact(models.Model):
    """One person asked and told for a partner; ended, never deleted. The code is kept as a salted hash.

    `user` is who signs in with the same mail address, if anybody does. `confirmed_at`: the partner itself, or
    a worker who asked there, said that this is the right person.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partner = models.ForeignKey("partnerships.Partner", on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField()
    email = EncryptedTextField(default="")
    phone = EncryptedTextField(default="")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    role_title = models.CharField(max_length=120)
    best_time = models.CharField(max_length=120, default="")
    language = models.CharField(max_length=35)
    is_active = models.BooleanField(default=True)
    code_hash = models.CharField(max_length=128, default="")
    code_tries = models.PositiveSmallIntegerField(default=0)
    code_tried_since = models.DateTimeField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "partnerships_contact"
        indexes = [models.Index(fields=["partner", "is_active"], name="partnerships_contact_partner")]

    def __str__(self) -> str:
        return f"contact {self.id}"

    @property
    def is_unconfirmed(self) -> bool:
        """True until somebody who can know said that this is the right person."""
        return self.confirmed_at is None

    @property
    def human(self) -> Human:
        """Who it is, as it is written here."""
        return Human(self.name, self.email, self.user_id)
