"""A partner, when it works, and when it wants no asks."""

from django.db import models

from kith.core.ids import Ref, uuid7


class Partner(models.Model):
    """How one organisation wants to be asked. `days` is weekday (Monday "0") to `["09:00", "17:00"]`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.OneToOneField("directory.Organization", on_delete=models.PROTECT, related_name="+")
    welcomed_by = models.ForeignKey(
        "directory.Organization", on_delete=models.PROTECT, related_name="+", null=True
    )
    welcomed_at = models.DateTimeField()
    code_word = models.CharField(max_length=40)
    timezone = models.CharField(max_length=60)
    days = models.JSONField(default=dict)
    closed_on = models.JSONField(default=list)
    max_open_asks = models.PositiveSmallIntegerField(null=True)

    class Meta:
        db_table = "partnerships_partner"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(max_open_asks__isnull=True) | models.Q(max_open_asks__gte=1),
                name="partnerships_partner_limit",
            )
        ]

    def __str__(self) -> str:
        return f"partner {self.id}"

    @property
    def ref(self) -> Ref:
        """Which partner, for events."""
        return Ref("partner", self.id)


class PartnerPause(models.Model):
    """A stretch without new asks, both days included; kept for ever, outside every clock."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    partner = models.ForeignKey("partnerships.Partner", on_delete=models.CASCADE, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        db_table = "partnerships_pause"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_on__lte=models.F("last_on")), name="partnerships_pause_order"
            )
        ]
        indexes = [models.Index(fields=["partner", "first_on"], name="partnerships_pause_partner")]

    def __str__(self) -> str:
        return f"{self.first_on} to {self.last_on}"
