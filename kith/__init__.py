"""Kith: the shared table of a community's mental-health partnership."""
