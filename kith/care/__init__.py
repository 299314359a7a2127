"""Needs, referrals, answers and endings."""
