"""Pages of the privacy area."""
