"""Everything that can be seen in the consent room."""
