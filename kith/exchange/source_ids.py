"""Ids for records of sources that do not give UUIDs."""

from uuid import UUID, uuid5

KITH = UUID("6f1c5f0e-3f0b-5d0a-9a53-2f6f6b1d8c11")


class SourceIds:
    """One to one: the same source, kind and id give the same UUID on each run, and others another."""

    def __init__(self, source_name: str) -> None:
        self._space = uuid5(KITH, source_name.strip())

    def of(self, kind: str, theirs: str) -> str:
        """The UUID of their id: a UUID stays as it is."""
        return uuid_text(theirs) or str(uuid5(self._space, f"{kind}:{theirs}"))


def uuid_text(text: str) -> str:
    """The UUID in its usual form; empty where the text is none."""
    try:
        return str(UUID(text)) if len(text) >= len("0" * 32) else ""
    except ValueError:
        return ""
