"""What the rows share that hang on an organisation, a service or a place."""

from django.db import models

from kith.directory.models.sourced import Sourced


def hung_on(field: str, *, name: str) -> models.Index:
    """An index of the rows that hang on a `field` at all, for kinds that hardly ever do.

    Once SQLite has counted (ANALYZE), it takes the empty ones for one large value of an index that holds them
    too, and reads the whole table instead.
    """
    return models.Index(fields=[field], condition=models.Q(**{f"{field}__isnull": False}), name=name)


class Detail(Sourced):
    """What a row hangs on.

    `under` is the place it would lead to, at whatever depth it hangs there: where that place is confidential,
    so is the row. `is_confidential` hides the row alone. Both are read where reads start. `root_id` is the
    listing it came in with, at the top of whatever it hangs on.
    """

    organization = models.ForeignKey(
        "directory.Organization", null=True, on_delete=models.CASCADE, related_name="+"
    )
    service = models.ForeignKey("directory.Service", null=True, on_delete=models.CASCADE, related_name="+")
    location = models.ForeignKey("directory.Location", null=True, on_delete=models.CASCADE, related_name="+")
    service_at_location = models.ForeignKey(
        "directory.ServiceAtLocation", null=True, on_delete=models.CASCADE, related_name="+"
    )
    under = models.ForeignKey("directory.Location", null=True, on_delete=models.CASCADE, related_name="+")
    root_id = models.UUIDField(db_index=True, null=True)
    is_confidential = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Hung(Detail):
    """A row that can hang on any other: `owner_id` is that row."""

    owner_id = models.UUIDField(db_index=True, null=True)

    class Meta:
        abstract = True
