"""HSDS service, with Kith's places, confirmation and topics."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.directory.terms import ConfirmedHow, PlacesBand, ServiceStatus


class Service(models.Model):
    """One kind of help that one organisation offers.

    Three clocks are kept apart: `changed_at` (any change here), `confirmed_at` (a person said it is right)
    and the source's own last sight of it (SourceRecord). `assured_on` and `last_modified` are what the
    source claims.
    `topics` holds Topic codes. `places_left` is exact and private; `places_band` is what the public sees.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=300)
    alternate_name = models.CharField(max_length=300, default="", blank=True)
    description = models.TextField(default="", blank=True)
    url = models.CharField(max_length=1000, default="", blank=True)
    email = models.CharField(max_length=254, default="", blank=True)
    status = models.CharField(
        max_length=20,
        default=ServiceStatus.ACTIVE,
        choices=[(status.value, status.value) for status in ServiceStatus],
    )
    interpretation_services = models.TextField(default="", blank=True)
    application_process = models.TextField(default="", blank=True)
    fees_description = models.TextField(default="", blank=True)
    eligibility_description = models.TextField(default="", blank=True)
    minimum_age = models.PositiveIntegerField(null=True)
    maximum_age = models.PositiveIntegerField(null=True)
    program = models.ForeignKey("directory.Program", null=True, on_delete=models.SET_NULL, related_name="+")
    wait_time = models.TextField(default="", blank=True)
    fees = models.TextField(default="", blank=True)
    accreditations = models.TextField(default="", blank=True)
    licenses = models.TextField(default="", blank=True)
    assured_on = models.DateField(null=True)
    assurer_email = models.CharField(max_length=254, default="", blank=True)
    last_modified = models.CharField(max_length=40, default="", blank=True)
    alert = models.TextField(default="", blank=True)
    papers = models.TextField(default="", blank=True)
    what_to_expect = models.TextField(default="", blank=True)
    topics = models.JSONField(default=list)
    timezone = models.CharField(max_length=64, default="", blank=True)
    shows_places = models.BooleanField(default=True)
    places_left = models.IntegerField(null=True)
    places_as_of = models.DateTimeField(null=True)
    places_band = models.CharField(
        max_length=10, default=PlacesBand.NOT_KNOWN, choices=[(band.value, band.value) for band in PlacesBand]
    )
    places_band_at = models.DateTimeField(null=True)
    source = models.ForeignKey("directory.Source", null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(
        max_length=20, default="", blank=True, choices=[(how.value, how.value) for how in ConfirmedHow]
    )
    confirmed_by_user_id = models.UUIDField(null=True)

    class Meta:
        db_table = "directory_service"
        indexes = [models.Index(fields=["status", "name"], name="directory_service_status_name")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(places_left__isnull=True) | models.Q(places_left__gte=0),
                name="directory_service_places_not_negative",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> Ref:
        """This service, as events name it."""
        return Ref("service", self.id)
