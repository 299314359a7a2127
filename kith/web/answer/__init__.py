"""Pages of the answer area."""
