"""Organisations, services and locations; places left; search."""
