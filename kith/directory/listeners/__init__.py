"""What this room does by itself."""

from kith.directory.listeners import places_bands, search_generation

__all__ = ["places_bands", "search_generation"]
