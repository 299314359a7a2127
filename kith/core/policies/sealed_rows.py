"""Every row of every room that holds sealed text: for the system, to seal it anew."""

from django.apps import apps
from django.db.models import F, Model, QuerySet, TextField
from django.db.models.functions import Cast

from kith.core.fields import EncryptedTextField
from kith.core.viewer import Viewer

Column = tuple[type[Model], EncryptedTextField]


def sealed_columns() -> list[Column]:
    """Every sealed field of every model."""
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.local_fields  # noqa: SLF001 (Django's public name)
        if isinstance(field, EncryptedTextField)
    ]


def sealed_otherwise(viewer: Viewer, column: Column, *, key_name: str) -> QuerySet[Model]:
    """The rows whose text in `column` is sealed with another key than `key_name`, as `stored_text`; by id."""
    model, field = column
    rows: QuerySet[Model] = QuerySet(model)
    if not viewer.is_system:
        return rows.none()
    held: QuerySet[Model] = rows.annotate(stored_text=Cast(F(field.attname), TextField()))
    return held.exclude(stored_text="").exclude(stored_text__startswith=f"{key_name}:").order_by("pk")
