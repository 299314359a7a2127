"""Everything that can be seen in the post room."""
