"""Who may read the lists of terms: everybody, as the listings that use them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core.viewer import Viewer
from kith.directory.models import Attribute, SourceRecord, Taxonomy, TaxonomyTerm, TermLabel, TermMatch, Unit
from kith.directory.policies.place import details
from kith.directory.terms import RecordKind


def taxonomies(viewer: Viewer) -> QuerySet[Taxonomy]:
    """Every taxonomy, but for those of which the viewer may know no term."""
    of_it = TaxonomyTerm.objects.filter(taxonomy=OuterRef("pk"))
    known = terms(viewer).filter(taxonomy=OuterRef("pk"))
    return Taxonomy.objects.filter(Q(~Exists(of_it)) | Q(Exists(known)))


def terms(viewer: Viewer) -> QuerySet[TaxonomyTerm]:
    """Every term, but for those of a source that are used only by tags which the viewer may not know.

    A source may write such a term for one place alone, and its name may then say where that is.
    """
    told = SourceRecord.objects.filter(kind=RecordKind.TAXONOMY_TERM, our_id=OuterRef("pk"))
    uses = Attribute.objects.filter(taxonomy_term=OuterRef("pk"))
    known = details(viewer, Attribute).filter(taxonomy_term=OuterRef("pk"))
    return TaxonomyTerm.objects.filter(Q(~Exists(told)) | Q(~Exists(uses)) | Q(Exists(known)))


def leaving_taxonomies(viewer: Viewer) -> QuerySet[Taxonomy]:
    """Those whose terms may leave by exports and interfaces."""
    return taxonomies(viewer).filter(is_kept_here=False)


def leaving_terms(viewer: Viewer) -> QuerySet[TaxonomyTerm]:
    """The terms that may leave: neither they nor their taxonomy are kept here."""
    return terms(viewer).filter(is_kept_here=False).exclude(taxonomy__is_kept_here=True)


def units(_viewer: Viewer) -> QuerySet[Unit]:
    """Every unit in which capacity is counted."""
    return Unit.objects.all()


def labels(_viewer: Viewer) -> QuerySet[TermLabel]:
    """What every term is called."""
    return TermLabel.objects.all()


def matches(_viewer: Viewer) -> QuerySet[TermMatch]:
    """Every step from one taxonomy to another."""
    return TermMatch.objects.all()
