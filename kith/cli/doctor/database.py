"""Whether the database is there, safe and up to date."""

from collections.abc import Iterator

from kith.cli.command import SYSTEM
from kith.cli.doctor.finding import Finding, bad, fine
from kith.core.queries.database_state import database_state


def database_findings() -> Iterator[Finding]:
    """Reachable, set so that nothing acknowledged is lost, and migrated."""
    state = database_state(SYSTEM)
    if not state.is_reachable:
        yield bad("The database cannot be reached. Check DATABASE_URL, or the disk and its rights.")
        return
    yield fine(f"The database ({state.vendor}) answers.")
    for wrong in state.wrong:
        yield bad(f"The database is not set safely: {wrong}.")
    if state.pending_migrations:
        yield bad(f"{state.pending_migrations} migrations are open. Run: kith migrate")
    else:
        yield fine("All migrations are done.")
