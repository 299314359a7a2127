"""Everything that can happen in the care room."""
