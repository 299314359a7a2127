"""What rooms above tell the directory, and what nobody found."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.terms import SignalTier, Topic


class ServiceSignal(models.Model):
    """How a service stands to the partnership; written from above, shown in search."""

    service = models.OneToOneField(
        "directory.Service", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    tier = models.CharField(max_length=10, choices=[(tier.value, tier.value) for tier in SignalTier])
    expected_wait_days = models.PositiveIntegerField(null=True)
    agreed_routes = models.PositiveIntegerField(default=0)
    as_of = models.DateTimeField()

    class Meta:
        db_table = "directory_service_signal"

    def __str__(self) -> str:
        return f"{self.service_id} {self.tier}"


class SearchWithoutResult(models.Model):
    """How often a search found nothing, by topic, language, coarse area and week. Never the words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    topic = models.CharField(
        max_length=20, default="", blank=True, choices=[(topic.value, topic.value) for topic in Topic]
    )
    language = models.CharField(max_length=35)
    area = models.CharField(max_length=150, default="", blank=True)
    week_starts_on = models.DateField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "directory_search_without_result"
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language", "area", "week_starts_on"],
                name="directory_search_without_result_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.week_starts_on}"
