"""Agreements, clauses, and how each partner wants to be asked."""
