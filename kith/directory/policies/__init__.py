"""Everything that is allowed in the directory room."""
