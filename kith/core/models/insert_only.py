"""Rows that are written once and never again."""

from collections.abc import Collection, Iterable
from typing import Never, TypeVar

from django.db import models
from django.db.models.base import ModelBase
from typing_extensions import override

Row = TypeVar("Row", bound=models.Model)


class NeverChanged(Exception):
    """Something tried to change or delete a row that is only ever inserted."""


class InsertOnlyQuerySet(models.QuerySet[Row]):
    """Reads and inserts; every way to change or delete refuses with NeverChanged."""

    @override
    def update(self, **kwargs: object) -> Never:
        """Refuse."""
        raise NeverChanged(self.model.__name__)

    @override
    def delete(self) -> Never:
        """Refuse."""
        raise NeverChanged(self.model.__name__)

    @override
    def _raw_delete(self, using: str | None) -> Never:
        raise NeverChanged(self.model.__name__)

    @override
    def bulk_create(
        self,
        objs: Iterable[Row],
        batch_size: int | None = None,
        ignore_conflicts: bool = False,
        update_conflicts: bool = False,
        update_fields: Collection[str] | None = None,
        unique_fields: Collection[str] | None = None,
    ) -> list[Row]:
        """Insert; a clash is an error, never an update."""
        if ignore_conflicts or update_conflicts:
            raise NeverChanged(self.model.__name__)
        return super().bulk_create(objs, batch_size)

    @override
    def bulk_update(self, objs: Iterable[Row], fields: Iterable[str], batch_size: int | None = None) -> Never:
        """Refuse."""
        raise NeverChanged(self.model.__name__)


class InsertOnly(models.Model):
    """A row that is inserted once: saving it again or deleting it raises NeverChanged."""

    objects = InsertOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    @override
    def save(
        self,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Insert the row. Raises NeverChanged if it was stored before."""
        if not self._state.adding or force_update or update_fields is not None:
            raise NeverChanged(type(self).__name__)
        super().save(force_insert=True, using=using)

    @override
    def delete(self, using: str | None = None, keep_parents: bool = False) -> Never:
        """Refuse."""
        raise NeverChanged(type(self).__name__)
