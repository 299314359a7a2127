"""What a person says they need, in their own words."""

from django.db import models

from kith.care.terms import Level, NeedDomain, NeedStatus
from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7


class Need(models.Model):
    """One need of one person: their words, what it is about, and where it lies.

    `ask_words` is how it is put to a partner; empty: only what it is about.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    words = EncryptedTextField()
    ask_words = EncryptedTextField(default="")
    domain = models.CharField(max_length=40, choices=[(d.value, d.value) for d in NeedDomain])
    level = models.CharField(max_length=10, choices=[(level.value, level.value) for level in Level])
    status = models.CharField(max_length=10, default=NeedStatus.OPEN.value)
    told_at = models.DateTimeField()
    told_to = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "care_need"
        indexes = [models.Index(fields=["person", "told_at"], name="care_need_person")]

    def __str__(self) -> str:
        return f"need {self.id}"
