"""What this room does when an event is delivered, and what it does again and again."""

from kith.disclosure.listeners import stop_what_has_run_out, stop_what_was_excluded
