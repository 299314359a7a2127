"""Rows of the people room."""

from kith.people.models.person import Person

__all__ = ["Person"]
