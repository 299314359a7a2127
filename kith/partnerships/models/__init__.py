"""Rows in the partnerships room."""
