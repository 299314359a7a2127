"""Pages of the care area."""
