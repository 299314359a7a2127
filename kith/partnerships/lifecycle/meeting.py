"""A meeting is planned; then it is held or called off, once."""

from datetime import datetime

from kith.partnerships.table_errors import MeetingIsOver, NotYetHeld


def check_is_planned(held_at: datetime | None, called_off_at: datetime | None) -> None:
    """Raise MeetingIsOver once it was held or called off."""
    if held_at is not None or called_off_at is not None:
        raise MeetingIsOver


def check_has_begun(starts_at: datetime, *, now: datetime) -> None:
    """Raise NotYetHeld before it begins."""
    if now < starts_at:
        raise NotYetHeld
