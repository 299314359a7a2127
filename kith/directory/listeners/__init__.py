"""What this room does by itself."""

from kith.directory.listeners import places_bands

__all__ = ["places_bands"]
