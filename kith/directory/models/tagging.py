"""HSDS taxonomy, taxonomy_term, attribute, metadata, unit and service_capacity."""

from django.db import models

from kith.core.ids import uuid7
from kith.directory.models.detail import Detail, Hung
from kith.directory.terms import TermRelation


class Taxonomy(models.Model):
    """A list of terms that somebody keeps. `is_kept_here`: its terms do not leave."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200)
    description = models.TextField(default="", blank=True)
    uri = models.CharField(max_length=1000, default="", blank=True)
    version = models.CharField(max_length=40, default="", blank=True)
    is_kept_here = models.BooleanField(default=False)

    class Meta:
        db_table = "directory_taxonomy"

    def __str__(self) -> str:
        return self.name


class TaxonomyTerm(models.Model):
    """One term of a taxonomy. `parent_id` names a term that may not be here yet.

    `taxonomy_name` is the taxonomy's name as the term gives it. `version` is the taxonomy's version in which
    the term last stood so; `replaced_by` the term that took its place. `is_kept_here`: it does not leave.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    taxonomy = models.ForeignKey("directory.Taxonomy", null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=100, default="", blank=True)
    name = models.CharField(max_length=300)
    description = models.TextField(default="", blank=True)
    term_uri = models.CharField(max_length=1000, default="", blank=True)
    parent_id = models.UUIDField(null=True, db_index=True)
    taxonomy_name = models.CharField(max_length=200, default="", blank=True)
    language = models.CharField(max_length=35, default="", blank=True)
    version = models.CharField(max_length=40, default="", blank=True)
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    is_kept_here = models.BooleanField(default=False)

    class Meta:
        db_table = "directory_taxonomy_term"

    def __str__(self) -> str:
        return self.name


class TermLabel(models.Model):
    """What a term is called in a language (BCP-47), or, a synonym, what people also call it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    term = models.ForeignKey("directory.TaxonomyTerm", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=35)
    text = models.CharField(max_length=300)
    is_synonym = models.BooleanField(default=False)

    class Meta:
        db_table = "directory_term_label"
        constraints = [
            models.UniqueConstraint(
                fields=["term", "language"],
                condition=models.Q(is_synonym=False),
                name="directory_term_label_once",
            )
        ]

    def __str__(self) -> str:
        return self.text


class TermMatch(models.Model):
    """A step from a term to one of another taxonomy: what `other` is to `term`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    term = models.ForeignKey("directory.TaxonomyTerm", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("directory.TaxonomyTerm", on_delete=models.CASCADE, related_name="+")
    relation = models.CharField(max_length=10, choices=[(one.value, one.value) for one in TermRelation])

    class Meta:
        db_table = "directory_term_match"
        constraints = [
            models.UniqueConstraint(fields=["term", "other"], name="directory_term_match_once"),
            models.CheckConstraint(
                condition=~models.Q(term=models.F("other")), name="directory_term_match_not_itself"
            ),
        ]

    def __str__(self) -> str:
        return str(self.relation)


class Attribute(Hung):
    """A tag: the one way HSDS marks anything with a term or a value.

    `link_entity` stands as the source wrote it; `names_link`, `names_term`: it also
    named the tagged row, or the term, by its id. `shown_as` is the
    label, or the term's name where there is none. `is_set_here`: people here said so, and
    no import takes it away.
    """

    taxonomy_term = models.ForeignKey(
        "directory.TaxonomyTerm", null=True, on_delete=models.PROTECT, related_name="+"
    )
    link_type = models.CharField(max_length=100, default="", blank=True)
    link_entity = models.CharField(max_length=100, default="", blank=True)
    names_link = models.BooleanField(default=False)
    names_term = models.BooleanField(default=False)
    label = models.CharField(max_length=300, default="", blank=True)
    value = models.TextField(default="", blank=True)
    shown_as = models.CharField(max_length=300, default="", blank=True)
    is_set_here = models.BooleanField(default=False)

    class Meta(Hung.Meta):
        db_table = "directory_attribute"


class Metadata(Hung):
    """A change of a field that the source tells of; changes made here are field changes of ours."""

    resource_type = models.CharField(max_length=100, default="", blank=True)
    names_resource = models.BooleanField(default=False)
    last_action_date = models.CharField(max_length=40, default="", blank=True)
    last_action_type = models.CharField(max_length=40, default="", blank=True)
    field_name = models.CharField(max_length=200, default="", blank=True)
    previous_value = models.TextField(default="", blank=True)
    replacement_value = models.TextField(default="", blank=True)
    updated_by = models.CharField(max_length=300, default="", blank=True)

    class Meta(Hung.Meta):
        db_table = "directory_metadata"


class Unit(models.Model):
    """What a capacity is counted in: beds, places, hours."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200)
    scheme = models.CharField(max_length=200, default="", blank=True)
    identifier = models.CharField(max_length=200, default="", blank=True)
    uri = models.CharField(max_length=1000, default="", blank=True)

    class Meta:
        db_table = "directory_unit"

    def __str__(self) -> str:
        return self.name


class ServiceCapacity(Detail):
    """What a source says about capacity. It is not Kith's places left: nobody promised it to us."""

    unit = models.ForeignKey("directory.Unit", on_delete=models.PROTECT, related_name="+")
    available = models.IntegerField(null=True)
    maximum = models.IntegerField(null=True)
    updated = models.CharField(max_length=40, default="", blank=True)
    description = models.TextField(default="", blank=True)

    class Meta(Detail.Meta):
        db_table = "directory_service_capacity"
