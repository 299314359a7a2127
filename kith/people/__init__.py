"""Persons, and how they may be reached."""
