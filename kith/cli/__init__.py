"""The door from a terminal."""
