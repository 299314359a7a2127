"""Everything that can happen in the people room."""
