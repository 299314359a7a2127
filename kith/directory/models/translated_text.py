"""What a listing says in another language, and where those words come from."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.text_origins import TextOrigin


class TranslatedText(models.Model):
    """One field of a service in one language.

    `of_digest` is the SHA-256 of what the field said when this was written: another now means it is stale.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    field_name = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    words = models.TextField()
    origin = models.CharField(max_length=20, choices=[(one.value, one.value) for one in TextOrigin])
    of_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by_user_id = models.UUIDField(null=True)

    class Meta:
        db_table = "directory_translated_text"
        constraints = [
            models.UniqueConstraint(
                fields=["service", "language", "field_name"], name="directory_translated_text_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.field_name} {self.language}"
