"""The HSDS rows about cost, papers, money, links and numbers of registers."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.models.detail import Detail


class CostOption(Detail):
    """What it costs, for whom, and until when."""

    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    option = models.TextField(default="", blank=True)
    currency = models.CharField(max_length=20, default="", blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    amount_description = models.TextField(default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_cost_option"


class RequiredDocument(Detail):
    """A paper that one has to bring."""

    document = models.TextField(default="", blank=True)
    uri = models.CharField(max_length=1000, default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_required_document"


class Funding(Detail):
    """Where the money comes from."""

    source = models.TextField(default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_funding"


class Url(Detail):
    """A further web address."""

    label = models.CharField(max_length=200, default="", blank=True)
    url = models.CharField(max_length=1000)

    class Meta(Detail.Meta):
        db_table = "directory_url"


class OrganizationIdentifier(Detail):
    """An organisation's number in somebody's register."""

    identifier_scheme = models.CharField(max_length=100, default="", blank=True)
    identifier_type = models.CharField(max_length=200)
    identifier = models.CharField(max_length=200)

    class Meta(Detail.Meta):
        db_table = "directory_organization_identifier"


class Program(models.Model):
    """A named set of services of one organisation. `is_listed`: the organisation's record names it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey("directory.Organization", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=300)
    alternate_name = models.CharField(max_length=300, default="", blank=True)
    description = models.TextField(default="", blank=True)
    is_listed = models.BooleanField(default=False)

    class Meta:
        db_table = "directory_program"

    def __str__(self) -> str:
        return self.name
