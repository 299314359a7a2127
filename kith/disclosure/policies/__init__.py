"""Everything that is allowed in the disclosure room."""
