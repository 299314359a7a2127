"""Which step follows which in the post room."""
