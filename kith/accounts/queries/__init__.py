"""Everything that can be seen in the accounts room."""
