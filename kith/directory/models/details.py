"""The HSDS rows that hang on an organisation, a service or a location."""

from django.db import models

from kith.directory.models.sourced import Sourced


class Detail(Sourced):
    """What these rows share: what they hang on."""

    organization = models.ForeignKey(
        "directory.Organization", null=True, on_delete=models.CASCADE, related_name="+"
    )
    service = models.ForeignKey("directory.Service", null=True, on_delete=models.CASCADE, related_name="+")
    location = models.ForeignKey("directory.Location", null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Schedule(Detail):
    """Opening hours: a weekly rule, or plain words where nothing else is certain.

    `byday` holds HSDS days (`MO,WE`); hours are `HH:MM` local to the place. `is_doubtful` marks a rule that
    closes at or before it opens: its words are shown, it is never counted as open.
    """

    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    freq = models.CharField(max_length=10, default="", blank=True)
    interval = models.PositiveIntegerField(null=True)
    wkst = models.CharField(max_length=2, default="", blank=True)
    byday = models.CharField(max_length=60, default="", blank=True)
    bymonthday = models.CharField(max_length=100, default="", blank=True)
    opens_at = models.CharField(max_length=6, default="", blank=True)
    closes_at = models.CharField(max_length=6, default="", blank=True)
    description = models.TextField(default="", blank=True)
    notes = models.TextField(default="", blank=True)
    is_doubtful = models.BooleanField(default=False)

    class Meta(Detail.Meta):
        db_table = "directory_schedule"


class Phone(Detail):
    """A telephone number as published; `is_dialable` is False where no number stands in it."""

    contact = models.ForeignKey("directory.Contact", null=True, on_delete=models.CASCADE, related_name="+")
    number = models.CharField(max_length=200)
    extension = models.CharField(max_length=40, default="", blank=True)
    type = models.CharField(max_length=40, default="", blank=True)
    description = models.TextField(default="", blank=True)
    is_dialable = models.BooleanField(default=True)

    class Meta(Detail.Meta):
        db_table = "directory_phone"


class Language(Detail):
    """A language in which help is given; `code` is BCP-47."""

    code = models.CharField(max_length=35, default="", blank=True)
    name = models.CharField(max_length=100, default="", blank=True)
    note = models.TextField(default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_language"
        indexes = [models.Index(fields=["code"], name="directory_language_code")]


class Contact(Detail):
    """A published contact of an organisation or service: a role more than a person."""

    name = models.CharField(max_length=200, default="", blank=True)
    title = models.CharField(max_length=200, default="", blank=True)
    department = models.CharField(max_length=200, default="", blank=True)
    email = models.CharField(max_length=254, default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_contact"


class Url(Detail):
    """A further web address."""

    label = models.CharField(max_length=200, default="", blank=True)
    url = models.CharField(max_length=1000)

    class Meta(Detail.Meta):
        db_table = "directory_url"


class ServiceArea(Detail):
    """Where the people whom a service helps live, in the source's words."""

    name = models.CharField(max_length=300, default="", blank=True)
    description = models.TextField(default="", blank=True)
    extent = models.TextField(default="", blank=True)
    extent_type = models.CharField(max_length=40, default="", blank=True)
    uri = models.CharField(max_length=1000, default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_service_area"
