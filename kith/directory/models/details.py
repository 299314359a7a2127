"""The HSDS rows that say how to reach a service, when, and in which language."""

from django.db import models

from kith.directory.models.detail import Detail, hung_on


class Schedule(Detail):
    """Opening hours: a rule that comes back, or plain words where nothing else is certain.

    `byday` holds HSDS days (`MO,WE`). `opens_at` and `closes_at` stand as the source wrote them; their first
    five signs are `HH:MM` on the wall of the place. `timezone` is the source's offset in hours. `is_doubtful`
    marks a rule that closes at or before it opens and is no night: its words are shown, it is never counted
    as open.
    """

    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    dtstart = models.DateField(null=True)
    timezone = models.FloatField(null=True)
    until = models.DateField(null=True)
    count = models.PositiveIntegerField(null=True)
    freq = models.CharField(max_length=10, default="", blank=True)
    interval = models.PositiveIntegerField(null=True)
    wkst = models.CharField(max_length=2, default="", blank=True)
    byday = models.CharField(max_length=60, default="", blank=True)
    byweekno = models.CharField(max_length=300, default="", blank=True)
    bymonthday = models.CharField(max_length=100, default="", blank=True)
    byyearday = models.CharField(max_length=2000, default="", blank=True)
    opens_at = models.CharField(max_length=20, default="", blank=True)
    closes_at = models.CharField(max_length=20, default="", blank=True)
    description = models.TextField(default="", blank=True)
    schedule_link = models.CharField(max_length=1000, default="", blank=True)
    attending_type = models.TextField(default="", blank=True)
    notes = models.TextField(default="", blank=True)
    is_doubtful = models.BooleanField(default=False)

    class Meta(Detail.Meta):
        db_table = "directory_schedule"
        indexes = [hung_on("location", name="directory_schedule_place")]


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
        indexes = [
            hung_on("location", name="directory_phone_place"),
            hung_on("organization", name="directory_phone_organization"),
        ]


class Language(Detail):
    """A language in which help is given; `code` is BCP-47."""

    phone = models.ForeignKey("directory.Phone", null=True, on_delete=models.CASCADE, related_name="+")
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


class ServiceArea(Detail):
    """Where the people whom a service helps live, in the source's words."""

    name = models.CharField(max_length=300, default="", blank=True)
    description = models.TextField(default="", blank=True)
    extent = models.TextField(default="", blank=True)
    extent_type = models.CharField(max_length=40, default="", blank=True)
    uri = models.CharField(max_length=1000, default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_service_area"


class Accessibility(Detail):
    """How somebody who needs it gets in and about at a place."""

    description = models.TextField(default="", blank=True)
    details = models.TextField(default="", blank=True)
    url = models.CharField(max_length=1000, default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_accessibility"
