"""Keeping a listing right, field by field: as texts that can be compared, typed over and put back."""
