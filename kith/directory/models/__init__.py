"""Rows in the directory room."""
