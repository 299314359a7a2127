"""Everything that can happen in the disclosure room."""
