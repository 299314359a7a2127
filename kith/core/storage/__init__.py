"""Whole databases: copying them out and in, for every room. Holds no policy; only the system comes here."""
