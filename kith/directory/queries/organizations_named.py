"""Which organisations bear these names."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models.functions import Lower

from kith.core.viewer import Viewer
from kith.directory.policies.organization import May, organizations


def organizations_named(viewer: Viewer, *, names: Collection[str]) -> dict[str, tuple[UUID, ...]]:
    """Ids by name in small letters; a name that nobody bears is left out. One statement."""
    wanted = {name.strip().lower() for name in names}
    rows = organizations(viewer, May.READ).annotate(small=Lower("name")).filter(small__in=wanted)
    found: defaultdict[str, list[UUID]] = defaultdict(list)
    for organization_id, name in rows.order_by("pk").values_list("pk", "name"):
        found[name.lower()].append(organization_id)
    return {name: tuple(ids) for name, ids in found.items()}
