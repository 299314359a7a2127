"""Everything that is allowed in the people room."""
