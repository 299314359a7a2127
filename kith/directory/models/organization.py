"""HSDS organization."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.directory.terms import ConfirmedHow, OrganizationKind


class Organization(models.Model):
    """A body that offers help: a partner, or a listing from a source.

    `parent_organization_id` names an organisation that may not be here yet.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=300)
    alternate_name = models.CharField(max_length=300, default="", blank=True)
    description = models.TextField(default="", blank=True)
    email = models.CharField(max_length=254, default="", blank=True)
    website = models.CharField(max_length=1000, default="", blank=True)
    kind = models.CharField(
        max_length=30,
        default=OrganizationKind.COMMUNITY,
        choices=[(kind.value, kind.value) for kind in OrganizationKind],
    )
    logo = models.CharField(max_length=1000, default="", blank=True)
    uri = models.CharField(max_length=1000, default="", blank=True)
    parent_organization_id = models.UUIDField(null=True)
    tax_status = models.CharField(max_length=200, default="", blank=True)
    tax_id = models.CharField(max_length=200, default="", blank=True)
    legal_status = models.CharField(max_length=200, default="", blank=True)
    year_incorporated = models.PositiveIntegerField(null=True)
    source = models.ForeignKey("directory.Source", null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(
        max_length=20, default="", blank=True, choices=[(how.value, how.value) for how in ConfirmedHow]
    )

    class Meta:
        db_table = "directory_organization"
        indexes = [models.Index(fields=["name"], name="directory_organization_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> Ref:
        """This organisation, as events name it."""
        return Ref("organization", self.id)
