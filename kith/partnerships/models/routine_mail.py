"""The one routine mail a week."""

from django.db import models

from kith.core.ids import uuid7


class RoutineMail(models.Model):
    """One routine mail to a partner's reader; `keys` are the lines it told, so that none is told twice."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partner = models.ForeignKey("partnerships.Partner", on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey("partnerships.PartnerContact", on_delete=models.CASCADE, related_name="+")
    queued_at = models.DateTimeField()
    keys = models.JSONField(default=list)

    class Meta:
        db_table = "partnerships_routine_mail"
        indexes = [models.Index(fields=["partner", "queued_at"], name="partnerships_routine_of")]

    def __str__(self) -> str:
        return f"routine mail {self.id}"
