"""Everything that can be seen in the disclosure room."""
