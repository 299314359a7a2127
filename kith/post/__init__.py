"""Outgoing mail and text, the safe-contact gate, single-purpose links."""
