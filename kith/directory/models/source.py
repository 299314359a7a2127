"""Where listings come from, and what each import did."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.terms import RecordKind, RunStatus


class Source(models.Model):
    """A feed or file of listings, known by its name.

    Without a licence its listings are shown here, with their source, but leave by no export and no interface.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=100, unique=True)
    licence = models.CharField(max_length=100, default="", blank=True)
    licence_url = models.CharField(max_length=1000, default="", blank=True)
    attribution = models.TextField(default="", blank=True)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "directory_source"

    def __str__(self) -> str:
        return self.name


class SourceRecord(models.Model):
    """One record of a source and the row of ours that it stands for.

    `record` is the raw record of a service or organisation at the top of a file. While `gone_at` is empty the
    source's last finished run still listed it; `last_seen_at` is written when it has gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey("directory.Source", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in RecordKind])
    source_key = models.CharField(max_length=100)
    our_id = models.UUIDField()
    digest = models.CharField(max_length=64)
    record = models.JSONField(null=True)
    changed_at = models.DateTimeField()
    last_seen_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_source_record"
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "source_key"], name="directory_source_record_once"
            )
        ]
        indexes = [models.Index(fields=["our_id"], name="directory_source_record_ours")]

    def __str__(self) -> str:
        return f"{self.kind} {self.source_key}"


class ImportRun(models.Model):
    """One reading of one file or feed: how many records were new, changed, the same, gone or not taken.

    `version` and `profile` are what a feed says of itself; empty for a file.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    source = models.ForeignKey("directory.Source", on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=300)
    version = models.CharField(max_length=100, default="")
    profile = models.CharField(max_length=1000, default="")
    status = models.CharField(
        max_length=10,
        default=RunStatus.RUNNING,
        choices=[(status.value, status.value) for status in RunStatus],
    )
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)
    not_taken = models.PositiveIntegerField(default=0)
    not_taken_why = models.JSONField(default=list)

    class Meta:
        db_table = "directory_import_run"

    def __str__(self) -> str:
        return str(self.id)
