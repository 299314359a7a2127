"""A named human has read a page."""

from django.db import models

from kith.core.ids import uuid7


class PageReview(models.Model):
    """Who found this page right in this language; `digest` is of the words they read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    page = models.CharField(max_length=40)
    language = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    reviewer_name = models.CharField(max_length=120)
    recorded_by_id = models.UUIDField(null=True)
    reviewed_at = models.DateTimeField()

    class Meta:
        db_table = "core_page_review"
        indexes = [models.Index(fields=["page", "language"], name="core_page_review_of")]

    def __str__(self) -> str:
        return f"{self.page} ({self.language})"
