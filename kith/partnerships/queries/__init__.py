"""Everything that can be seen in the partnerships room."""
