"""The core's queries."""
