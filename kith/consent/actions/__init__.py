"""Everything that can happen in the consent room."""
