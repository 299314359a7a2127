"""Pages of the people area."""
