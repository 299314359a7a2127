"""Pages of the site area."""
