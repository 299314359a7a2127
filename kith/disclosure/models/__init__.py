"""Rows in the disclosure room."""
