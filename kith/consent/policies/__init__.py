"""Everything that is allowed in the consent room."""
