"""Rows in the post room."""
