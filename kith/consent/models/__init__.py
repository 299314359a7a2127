"""Rows in the consent room."""
