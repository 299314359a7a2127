"""Everything that can happen in the accounts room."""
