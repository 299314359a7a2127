"""What somebody may find wrong in a listing: a closed list."""

from enum import StrEnum


class MistakeKind(StrEnum):
    """What somebody found wrong in a listing."""

    PHONE = "phone"
    CLOSED = "closed"
    HOURS = "hours"
    PLACE = "place"
    HELP = "help"
    COST = "cost"
    SAFETY = "safety"
    OTHER = "other"
