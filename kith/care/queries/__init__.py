"""Everything that can be seen in the care room."""
