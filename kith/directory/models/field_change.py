"""What the fields of a listing said before, and which of them a person here typed over their source."""

from django.db import models

from kith.core.ids import Ref, uuid7
from kith.directory.terms import ChangedHow, ListingKind, TakenOutWhy

KINDS = [(kind.value, kind.value) for kind in ListingKind]


class FieldChange(models.Model):
    """One field that came to say something else. Its words can be taken out; the trail holds only marks.

    `organization`: whose listing it is. `by_role` is the role in which somebody changed it, empty for a
    source; `is_by_own`: as a member of that organisation. `is_confidential`: only they may read it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    resource_type = models.CharField(max_length=20, choices=KINDS)
    resource_id = models.UUIDField()
    organization = models.ForeignKey("directory.Organization", on_delete=models.CASCADE, related_name="+")
    field_name = models.CharField(max_length=60)
    previous_value = models.TextField(default="", blank=True)
    replacement_value = models.TextField(default="", blank=True)
    how = models.CharField(max_length=20, choices=[(how.value, how.value) for how in ChangedHow])
    source = models.ForeignKey("directory.Source", null=True, on_delete=models.PROTECT, related_name="+")
    by_user_id = models.UUIDField(null=True)
    by_role = models.CharField(max_length=30, default="", blank=True)
    is_by_own = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    is_confidential = models.BooleanField(default=False)
    taken_out_at = models.DateTimeField(null=True)
    taken_out_why = models.CharField(
        max_length=20, default="", blank=True, choices=[(why.value, why.value) for why in TakenOutWhy]
    )

    class Meta:
        db_table = "directory_field_change"
        indexes = [models.Index(fields=["resource_id", "changed_at"], name="directory_field_change_of")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(taken_out_at__isnull=True)
                | models.Q(previous_value="", replacement_value=""),
                name="directory_field_change_taken_out",
            )
        ]

    def __str__(self) -> str:
        return f"{self.resource_type} {self.field_name}"

    @property
    def ref(self) -> Ref:
        """This change, as events name it."""
        return Ref("field_change", self.id)


class TypedHere(models.Model):
    """A field of a source's listing that a person here typed over: it stays so until it is given back.

    `source_value` is what the source says now.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    resource_type = models.CharField(max_length=20, choices=KINDS)
    resource_id = models.UUIDField()
    field_name = models.CharField(max_length=60)
    value = models.TextField(default="", blank=True)
    source_value = models.TextField(default="", blank=True)
    typed_at = models.DateTimeField()

    class Meta:
        db_table = "directory_typed_here"
        constraints = [
            models.UniqueConstraint(fields=["resource_id", "field_name"], name="directory_typed_here_once")
        ]

    def __str__(self) -> str:
        return f"{self.resource_type} {self.field_name}"
