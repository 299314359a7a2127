"""Places left of one kind: in what they are counted, and for whom."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.terms import PlacesBand, PlacesFor, PlacesUnit


class PlacesOfKind(models.Model):
    """What a service told of one kind of its places. `places_left` is exact and private, the band public.

    None: it no longer tells them apart so. The row stays, so that its band cannot move twice in a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    unit = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PlacesUnit])
    places_for = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PlacesFor])
    places_left = models.PositiveIntegerField(null=True)
    as_of = models.DateTimeField()
    band = models.CharField(
        max_length=10, default=PlacesBand.NOT_KNOWN, choices=[(band.value, band.value) for band in PlacesBand]
    )
    band_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_places_of_kind"
        constraints = [
            models.UniqueConstraint(
                fields=["service", "unit", "places_for"], name="directory_places_of_kind_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.places_for}"
