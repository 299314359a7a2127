"""While tests run, a row of another room cannot be loaded through a foreign key: store ids, ask its query."""

from collections.abc import Callable

import pytest
from django.db.models import Model
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

Load = Callable[[ForwardManyToOneDescriptor, Model], Model]


class CrossingLoad(AssertionError):
    """Code under test followed a foreign key into another room."""


def guarded(load: Load) -> Load:
    """`load`, but not over a wall between two rooms of Kith."""

    def get_object(self: ForwardManyToOneDescriptor, instance: Model) -> Model:
        here, there = type(instance), self.field.related_model
        is_ours = here.__module__.startswith("kith.") and there.__module__.startswith("kith.")
        if is_ours and here._meta.app_label != there._meta.app_label:
            raise CrossingLoad(
                f"{here._meta.label}.{self.field.name} loads a row of {there._meta.app_label}."
            )
        return load(self, instance)

    return get_object


def pytest_configure(config: pytest.Config) -> None:
    ForwardManyToOneDescriptor.get_object = guarded(ForwardManyToOneDescriptor.get_object)
