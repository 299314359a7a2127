"""What a backup never holds, and what never survives a restore."""

LEFT_OUT = ("core_worker_heartbeat", "django_session")
"""Tables whose rows are true for the running site only: who is signed in, and which workers live."""
