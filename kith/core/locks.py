"""One at a time, over all processes of the site."""

import hashlib

from django.db import connection


def hold_lock(name: str) -> None:
    """Wait for the lock `name` and hold it to the end of this transaction.

    PostgreSQL: an advisory lock. SQLite: the IMMEDIATE transaction is the lock already. Raises RuntimeError
    outside a transaction, where the lock would be gone at once.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A lock needs a transaction.")
    if connection.vendor != "postgresql":
        return
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def let_go() -> None:
    """Close this thread's connection: for a thread that ends."""
    connection.close()


def is_in_transaction() -> bool:
    """True inside a transaction: what is read here may be undone."""
    return connection.in_atomic_block
