"""Everything that can happen in the directory room."""
