"""Rows of the core room."""

from kith.core.models.delivery import Delivery
from kith.core.models.event import Event
from kith.core.models.event_seal import EventSeal
from kith.core.models.idempotency_key import IdempotencyKey

__all__ = ["Delivery", "Event", "EventSeal", "IdempotencyKey"]
