"""Fetching from other people's servers, and trusting none of them."""
