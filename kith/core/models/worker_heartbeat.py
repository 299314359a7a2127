"""Which workers live."""

from django.db import models


class WorkerHeartbeat(models.Model):
    """One running worker; `process_mark` tells a later process with the same number apart."""

    worker_id = models.CharField(primary_key=True, max_length=64)
    host = models.CharField(max_length=200)
    process_number = models.IntegerField()
    process_mark = models.CharField(max_length=100)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        db_table = "core_worker_heartbeat"

    def __str__(self) -> str:
        return f"{self.worker_id} {self.host}/{self.process_number}"
