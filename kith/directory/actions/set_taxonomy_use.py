"""Say whether a taxonomy's terms may leave."""

from django.db import transaction

from kith.core.errors import NotFound
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.directory.events import TaxonomyUseSet
from kith.directory.policies.source import check_may_import
from kith.directory.policies.taxonomy import taxonomies, terms
from kith.directory.terms import TaxonomyUse


@transaction.atomic
def set_taxonomy_use(viewer: Viewer, *, name: str, use: TaxonomyUse) -> int:
    """Keep the terms of every taxonomy of this name here, or let them leave; returns how many terms it was.

    Terms that only name such a taxonomy follow. Raises Denied, or NotFound for a name that is not known.
    """
    check_may_import(viewer)
    is_kept = use is TaxonomyUse.KEPT_HERE
    found = taxonomies(viewer).filter(name=name.strip())
    loose = terms(viewer).filter(taxonomy__isnull=True, taxonomy_name=name.strip())
    ids = list(found.values_list("pk", flat=True))
    if not ids and not loose.exists():
        raise NotFound
    found.update(is_kept_here=is_kept)
    changed = loose.update(is_kept_here=is_kept)
    changed += terms(viewer).filter(taxonomy__in=ids).update(is_kept_here=is_kept)
    for one in ids:
        record(viewer, TaxonomyUseSet(subject=Ref("taxonomy", one), use=use))
    return changed
