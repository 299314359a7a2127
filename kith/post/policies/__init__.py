"""Everything that is allowed in the post room."""
