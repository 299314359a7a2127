"""Pages of the directory area."""
