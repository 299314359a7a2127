"""Everything that can be seen in the directory room."""
