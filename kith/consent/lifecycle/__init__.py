"""How a consent stands at a moment."""
