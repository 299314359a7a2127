"""When each repeated job runs next."""

from django.db import models


class ScheduledJob(models.Model):
    """One `@every` job. `error` is the class of the last failure, never its words."""

    name = models.CharField(primary_key=True, max_length=200)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200)

    class Meta:
        db_table = "core_scheduled_job"

    def __str__(self) -> str:
        return self.name
