"""When a worker is away, and who is there for them."""

from django.db import models

from kith.core.ids import Ref, uuid7


class Absence(models.Model):
    """One worker away from one organisation, from the first to the last day, both included.

    `ended_at`: when it was taken back, or they came back sooner. Never deleted.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    cover = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    set_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_absence"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_on__lte=models.F("last_on")), name="accounts_absence_order"
            ),
            models.CheckConstraint(
                condition=~models.Q(user=models.F("cover")), name="accounts_absence_somebody_else"
            ),
        ]
        indexes = [models.Index(fields=["organization", "last_on"], name="accounts_absence_running")]

    def __str__(self) -> str:
        return f"{self.user_id} away"

    @property
    def ref(self) -> Ref:
        """Which absence, for events."""
        return Ref("absence", self.id)
