"""Checks of HSDS listings: what is wrong, where, and how to mend it. Pure; nothing is written."""
