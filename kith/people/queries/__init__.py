"""Everything that can be seen in the people room."""
