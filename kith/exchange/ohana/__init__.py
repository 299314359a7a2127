"""Ohana: listings as the Ohana API, version 1, answers them."""
