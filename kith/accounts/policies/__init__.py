"""Everything that is allowed in the accounts room."""
