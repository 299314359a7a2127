"""Pages of the partnerships area."""
