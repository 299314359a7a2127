"""Hours as they are at a table."""

from datetime import datetime
from zoneinfo import ZoneInfo


def local_time(moment: datetime, timezone: str) -> datetime:
    """The wall clock there at this moment, without a zone, so that a page prints it as it is."""
    return moment.astimezone(ZoneInfo(timezone)).replace(tzinfo=None)
