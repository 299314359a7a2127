"""Everything that is allowed in the partnerships room."""
