"""Model fields of our own: private text that is sealed before it reaches the database."""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Expression
from typing_extensions import override

from kith.core.sealed_text import SealedText, open_sealed, seal


class _OpenOnRead:
    """Opens the sealed text when it is first read from its row."""

    def __init__(self, field: "EncryptedTextField") -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> object:
        if row is None:
            return self
        if self.field.attname not in row.__dict__:
            row.refresh_from_db(fields=[self.field.attname])
        held = row.__dict__[self.field.attname]
        if isinstance(held, SealedText):
            held = open_sealed(held, place=self.field.place(row))
            row.__dict__[self.field.attname] = held
        return held

    def __set__(self, row: models.Model, text: object) -> None:
        row.__dict__[self.field.attname] = text


class EncryptedTextField(models.TextField[str, str]):
    """Text sealed with AES-GCM, bound to table, column and row id; cannot be searched or updated in bulk.

    The row's id must be known before it is saved (UUIDv7 default). Empty text is stored empty.
    """

    @override
    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """Put the opening descriptor on the model."""
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _OpenOnRead(self))

    def place(self, row: models.Model) -> str:
        """Table, column and row: the data that a sealed text is bound to."""
        return f"{row._meta.db_table}.{self.column}.{row.pk}"  # noqa: SLF001 (Django's public name)

    @override
    def pre_save(self, model_instance: models.Model, add: bool) -> object:
        """Seal for the row that is being written; what is still sealed goes back as it is."""
        held = model_instance.__dict__.get(self.attname, "")
        if isinstance(held, SealedText):
            return held
        return SealedText(seal(held, place=self.place(model_instance))) if held else ""

    def from_db_value(
        self, value: str | None, _expression: Expression, _connection: BaseDatabaseWrapper
    ) -> SealedText | str | None:
        """Wrap, do not open: a bulk read of values never shows the text."""
        return SealedText(value) if value else value

    @override
    def get_lookup(self, lookup_name: str) -> type[models.Lookup[object]] | None:
        """Refuse to look inside. Raises TypeError for all but exact, in and isnull."""
        if lookup_name not in {"exact", "in", "isnull"}:
            raise TypeError(f"{self.name} is sealed: nothing can be found in it by {lookup_name}.")
        return super().get_lookup(lookup_name)

    @override
    def get_prep_value(self, value: object) -> str:
        """What is written. Raises TypeError for open text: only a row can seal it."""
        if isinstance(value, SealedText):
            return value.stored
        if value in {"", None}:
            return ""
        raise TypeError(f"{self.name} is sealed: save the row, or look it up by another field.")
