"""Rows of the disclosure room."""

from kith.disclosure.models.disclosure import Disclosure, SharedItem

__all__ = ["Disclosure", "SharedItem"]
