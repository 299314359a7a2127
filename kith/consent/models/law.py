"""The site's word on a law, and a named human's word on a consent text."""

from django.db import models

from kith.consent.terms import LegalStatus
from kith.core.ids import uuid7


class LawPackAdoption(models.Model):
    """A law pack, adopted for this site by name and date, for organisations of one legal status."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    pack = models.CharField(max_length=60)
    version = models.CharField(max_length=20)
    legal_status = models.CharField(
        max_length=30, choices=[(status.value, status.value) for status in LegalStatus]
    )
    adopted_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    adopted_at = models.DateTimeField()
    expires_on = models.DateField()
    is_demo = models.BooleanField()

    class Meta:
        db_table = "consent_law_pack_adoption"
        indexes = [models.Index(fields=["pack", "adopted_at"], name="consent_adoption_pack")]

    def __str__(self) -> str:
        return f"{self.pack}@{self.version}"


class ReviewedWords(models.Model):
    """A consent text that a named human has read and found right in this language.

    `words` may hold places to fill, `{recipient}`; they stand for one line of text each.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    language = models.CharField(max_length=35)
    words = models.TextField()
    reviewer_name = models.CharField(max_length=200)
    recorded_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    reviewed_at = models.DateTimeField()

    class Meta:
        db_table = "consent_reviewed_words"
        indexes = [models.Index(fields=["language"], name="consent_reviewed_language")]

    def __str__(self) -> str:
        return str(self.id)
