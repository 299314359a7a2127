"""Rows in the place of earlier ones."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from kith.core.viewer import Viewer
from kith.directory.importing.hanging import Hanging
from kith.directory.importing.row_kinds import ROW_KINDS
from kith.directory.models import Address, Attribute, Detail, ServiceAtLocation, Sourced
from kith.directory.policies.source import rows_to_import

RowT = TypeVar("RowT", bound=Sourced)
KINDS: tuple[type[Sourced], ...] = (ServiceAtLocation, *ROW_KINDS.values())


def clear(
    viewer: Viewer, *, roots: Collection[UUID], services: Collection[UUID], locations: Collection[UUID]
) -> None:
    """Take away what hangs on these listings, before it is hung on them anew. What people here said stays."""
    for kind in reversed(KINDS):
        if kind is Attribute:
            rows_to_import(viewer, Attribute).filter(root_id__in=roots, is_set_here=False).delete()
        elif issubclass(kind, Detail):
            rows_to_import(viewer, kind).filter(root_id__in=roots).delete()
    rows_to_import(viewer, Address).filter(location__in=locations).delete()
    rows_to_import(viewer, ServiceAtLocation).filter(service__in=services).delete()


def write_hung(hanging: Hanging) -> None:
    """Write all rows that were collected, parents first."""
    for kind in KINDS:
        _write(kind, hanging.rows.get(kind, []))


def _write(kind: type[RowT], rows: list[RowT]) -> None:
    if rows:
        found: QuerySet[RowT] = QuerySet(kind)
        found.bulk_create(rows)
