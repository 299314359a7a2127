"""HSDS location, address and service_at_location."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.models.sourced import Sourced
from kith.directory.terms import LocationType

TYPES = [(kind.value, kind.value) for kind in LocationType]


class Location(models.Model):
    """Where help is given. A confidential place is shown to its own organisation only.

    `is_listed`: the organisation's own record names it, not only a service that is given there.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey(
        "directory.Organization", null=True, on_delete=models.PROTECT, related_name="+"
    )
    location_type = models.CharField(max_length=10, default=LocationType.PHYSICAL, choices=TYPES)
    name = models.CharField(max_length=300, default="", blank=True)
    alternate_name = models.CharField(max_length=300, default="", blank=True)
    description = models.TextField(default="", blank=True)
    transportation = models.TextField(default="", blank=True)
    url = models.CharField(max_length=1000, default="", blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    external_identifier = models.CharField(max_length=200, default="", blank=True)
    external_identifier_type = models.CharField(max_length=100, default="", blank=True)
    timezone = models.CharField(max_length=64, default="", blank=True)
    is_listed = models.BooleanField(default=False)
    is_point_trusted = models.BooleanField(default=True)
    is_confidential = models.BooleanField(default=False)
    source = models.ForeignKey("directory.Source", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "directory_location"
        indexes = [models.Index(fields=["latitude", "longitude"], name="directory_location_point")]

    def __str__(self) -> str:
        return str(self.id)


class Address(Sourced):
    """A postal or street address of a location. `city_key` and `postal_key` are folded for look-up."""

    location = models.ForeignKey("directory.Location", on_delete=models.CASCADE, related_name="+")
    is_confidential = models.BooleanField(default=False)
    address_1 = models.CharField(max_length=300)
    address_2 = models.CharField(max_length=300, default="", blank=True)
    attention = models.CharField(max_length=300, default="", blank=True)
    city = models.CharField(max_length=150, default="", blank=True)
    region = models.CharField(max_length=150, default="", blank=True)
    state_province = models.CharField(max_length=100, default="", blank=True)
    postal_code = models.CharField(max_length=40, default="", blank=True)
    country = models.CharField(max_length=2, default="", blank=True)
    address_type = models.CharField(max_length=10, default=LocationType.PHYSICAL, choices=TYPES)
    city_key = models.CharField(max_length=150, default="", blank=True)
    postal_key = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        db_table = "directory_address"
        indexes = [
            models.Index(fields=["city_key"], name="directory_address_city"),
            models.Index(fields=["postal_key"], name="directory_address_postal"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class ServiceAtLocation(Sourced):
    """That a service is given at a location."""

    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    location = models.ForeignKey("directory.Location", on_delete=models.PROTECT, related_name="+")
    description = models.TextField(default="", blank=True)

    class Meta:
        db_table = "directory_service_at_location"
        constraints = [
            models.UniqueConstraint(fields=["service", "location"], name="directory_service_at_location_once")
        ]

    def __str__(self) -> str:
        return str(self.id)
