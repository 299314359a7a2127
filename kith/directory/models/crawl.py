"""What a crawl under way has fetched, so that one that was killed goes on."""

from django.db import models

from kith.core.ids import uuid7

LONGEST_KEY = 100


class CrawledRecord(models.Model):
    """One record as its source gave it, kept until the run is finished and then deleted.

    `source_key` is the id as the source lists it, which need not be a UUID; `record` is JSON.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey("directory.ImportRun", on_delete=models.CASCADE, related_name="+")
    source_key = models.CharField(max_length=LONGEST_KEY)
    record = models.TextField()

    class Meta:
        db_table = "directory_crawled_record"
        constraints = [
            models.UniqueConstraint(fields=["run", "source_key"], name="directory_crawled_record_once")
        ]

    def __str__(self) -> str:
        return self.source_key
