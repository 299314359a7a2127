"""Everything the core can do."""
