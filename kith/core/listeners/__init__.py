"""What the core does by itself, again and again."""

from kith.core.listeners import housekeeping
