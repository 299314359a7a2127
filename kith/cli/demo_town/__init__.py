"""The demo town: readable files, carried out by the same actions that pages use."""
