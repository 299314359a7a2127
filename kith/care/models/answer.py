"""What the partner said, how it reached us, and what came of it."""

from django.db import models

from kith.core.fields import EncryptedTextField
from kith.core.ids import uuid7


class Answer(models.Model):
    """One thing a partner said about an ask: yes, not now, phone me."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    referral = models.ForeignKey("care.Referral", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    reason = models.CharField(max_length=20, default="")
    closed_until = models.DateField(null=True)
    via = models.CharField(max_length=20)
    told_by = EncryptedTextField(default="")
    told_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "care_answer"
        indexes = [models.Index(fields=["referral", "told_at"], name="care_answer_referral")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class ServiceReport(models.Model):
    """What the service says happened: evidence for the ending."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    referral = models.ForeignKey("care.Referral", on_delete=models.PROTECT, related_name="+")
    happened = models.CharField(max_length=20)
    happened_on = models.DateField()
    via = models.CharField(max_length=20)
    told_by = EncryptedTextField(default="")
    told_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "care_service_report"
        indexes = [models.Index(fields=["referral", "told_at"], name="care_report_referral")]

    def __str__(self) -> str:
        return f"{self.happened} {self.id}"


class PersonsWord(models.Model):
    """The person's own word on whether it helped."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    referral = models.ForeignKey("care.Referral", on_delete=models.PROTECT, related_name="+")
    helped = models.CharField(max_length=20)
    words = EncryptedTextField(default="")
    via = models.CharField(max_length=20)
    said_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "care_persons_word"
        indexes = [models.Index(fields=["referral", "said_at"], name="care_word_referral")]

    def __str__(self) -> str:
        return f"{self.helped} {self.id}"
