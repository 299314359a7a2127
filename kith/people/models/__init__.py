"""Rows in the people room."""
