"""Load the taxonomies that every site begins with."""

from collections.abc import Sequence
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

from kith.core.events import record
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Viewer
from kith.directory.events import TaxonomiesLoaded
from kith.directory.models import Taxonomy, TaxonomyTerm, TermLabel, TermMatch
from kith.directory.policies.source import rows_to_import
from kith.directory.seeds.reading import read_seeds

RowT = TypeVar("RowT", bound=Model)


@transaction.atomic
def load_taxonomies(viewer: Viewer) -> int:
    """Write the seeded taxonomies, terms, labels and matches that are new or changed; returns how many.

    Labels and matches that a seed no longer has are taken away; terms stay, for listings may carry them.
    Whether a taxonomy's terms may leave is not touched. Raises Denied.
    """
    seeds = read_seeds()
    changed = _write(viewer, Taxonomy, [seed.taxonomy for seed in seeds], ("is_kept_here",))
    terms = [term for seed in seeds for term in seed.terms]
    changed += _write(viewer, TaxonomyTerm, terms, ("is_kept_here",))
    labels = [label for seed in seeds for label in seed.labels]
    matches = [match for seed in seeds for match in seed.matches]
    for kind, rows in ((TermLabel, labels), (TermMatch, matches)):
        seeded = rows_to_import(viewer, kind).filter(term__in=[term.id for term in terms])
        changed += seeded.exclude(pk__in=[row.pk for row in rows]).delete()[0]
    changed += _write(viewer, TermLabel, labels, ()) + _write(viewer, TermMatch, matches, ())
    if changed:
        record(viewer, TaxonomiesLoaded(subject=Ref("site", uuid7()), rows=changed))
    return changed


def _write(viewer: Viewer, kind: type[RowT], rows: Sequence[RowT], untouched: Sequence[str]) -> int:
    """Write those that stand otherwise, or not at all; returns how many."""
    names = [
        field.attname
        for field in kind._meta.concrete_fields  # noqa: SLF001 (Django's public name)
        if not field.primary_key and field.name not in untouched
    ]
    found = {
        known["pk"]: {name: known[name] for name in names}
        for known in rows_to_import(viewer, kind).filter(pk__in=[row.pk for row in rows]).values("pk", *names)
    }
    fresh = [row for row in rows if found.get(row.pk) != {name: getattr(row, name) for name in names}]
    rows_to_import(viewer, kind).bulk_create(
        fresh, update_conflicts=True, unique_fields=["pk"], update_fields=names
    )
    return len(fresh)
