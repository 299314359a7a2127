"""Clauses as data: each kind is a frozen dataclass that reads its terms and says itself in words."""
