"""Everything that can happen in the post room."""
