"""Rows in the care room."""
