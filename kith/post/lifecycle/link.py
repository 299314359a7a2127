"""When a link still opens, and on which device."""

import hashlib
from datetime import datetime

from django.db.models import Q

from kith.core.errors import Expired
from kith.post.errors import LinkBlank, LinkClosed, LinkGuessed, LinkUsed
from kith.post.models import SinglePurposeLink

MOST_WRONG_TRIES = 10


def check_open(link: SinglePurposeLink, *, moment: datetime) -> None:
    """Raises LinkUsed, LinkGuessed, LinkClosed, LinkBlank or Expired unless the link opens at `moment`."""
    if link.used_at is not None:
        raise LinkUsed
    if link.closed_at is not None:
        raise LinkGuessed if link.wrong_tries >= MOST_WRONG_TRIES else LinkClosed
    if link.blank_at is not None and link.blank_at <= moment:
        raise LinkBlank
    if link.expires_at <= moment:
        raise Expired


def is_open(moment: datetime) -> Q:
    """The same as a condition of an UPDATE."""
    not_blank = Q(blank_at__isnull=True) | Q(blank_at__gt=moment)
    return Q(closed_at__isnull=True, used_at__isnull=True, expires_at__gt=moment) & not_blank


def digest_of_device(device: str) -> str:
    """What is kept of the random mark in a device's cookie."""
    return hashlib.sha256(device.encode()).hexdigest()
