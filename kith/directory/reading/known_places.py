"""What the directory knows of towns and postcodes, worked out once while no service and no place changes.

The middle of a city is the average of all its addresses: at 100,000 services nothing a search did was slower.
Only what the directory itself says is kept, never other words that somebody typed.
"""

from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

from kith.core.locks import is_in_transaction

KnownT = TypeVar("KnownT")
Key = tuple[str, ...]
Version = tuple[UUID, int]
"""Of all that is published of services and places: epoch and number of what the search was told last."""
MOST = 5000


class KnownPlaces(Generic[KnownT]):
    """What is known by its key, of one version; nothing where no version is known.

    Nothing inside a transaction either: what that sees may be undone.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: Version | None = None
        self._known: dict[Key, KnownT] = {}

    def get(self, key: Key, version: Version | None) -> KnownT | None:
        """What was kept of that version."""
        if version is None or is_in_transaction():
            return None
        with self._lock:
            return self._known.get(key) if self._version == version else None

    def keep(self, key: Key, version: Version | None, known: KnownT) -> None:
        """Keep what was read after that version was known."""
        if version is None or is_in_transaction():
            return
        with self._lock:
            if self._version != version or len(self._known) >= MOST:
                self._version, self._known = version, {}
            self._known[key] = known
