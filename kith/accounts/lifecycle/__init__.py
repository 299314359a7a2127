"""Which steps are possible in the accounts room."""
