"""What somebody found wrong in a listing, until its keepers have looked."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.directory.mistakes import MistakeKind

LONGEST_WORDS = 500


class ListingMistake(models.Model):
    """A note to the keepers of a service's listing. Nobody is asked who wrote it; settled, its words go."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    organization = models.ForeignKey("directory.Organization", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in MistakeKind])
    words = models.CharField(max_length=LONGEST_WORDS, default="", blank=True)
    reported_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_listing_mistake"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True) | models.Q(words=""),
                name="directory_listing_mistake_words_go",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.service_id}"

    @property
    def ref(self) -> Ref:
        """This note, as events name it."""
        return Ref("listing_mistake", self.id)
