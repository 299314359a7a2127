"""HSDS: the Human Services Data Specification."""
