"""Everything that can happen in the partnerships room."""
