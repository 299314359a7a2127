"""Who may read the lists of terms: everybody, as the listings that use them."""

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory.models import Taxonomy, TaxonomyTerm, TermLabel, TermMatch, Unit


def taxonomies(_viewer: Viewer) -> QuerySet[Taxonomy]:
    """Every taxonomy."""
    return Taxonomy.objects.all()


def terms(_viewer: Viewer) -> QuerySet[TaxonomyTerm]:
    """Every term."""
    return TaxonomyTerm.objects.all()


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
