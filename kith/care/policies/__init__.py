"""Everything that is allowed in the care room."""
