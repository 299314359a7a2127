"""Rows of the core room."""

from kith.core.models.delivery import Delivery
from kith.core.models.event import Event
from kith.core.models.event_seal import EventSeal
from kith.core.models.event_waiting import EventWaiting
from kith.core.models.idempotency_key import IdempotencyKey
from kith.core.models.insert_only import NeverChanged
from kith.core.models.key_canary import CANARY_ID, CANARY_WORDS, KeyCanary
from kith.core.models.page_review import PageReview
from kith.core.models.scheduled_job import ScheduledJob
from kith.core.models.site_profile import SITE_ID, SiteProfile
from kith.core.models.worker_heartbeat import WorkerHeartbeat

__all__ = [
    "CANARY_ID",
    "CANARY_WORDS",
    "SITE_ID",
    "Delivery",
    "Event",
    "EventSeal",
    "EventWaiting",
    "IdempotencyKey",
    "KeyCanary",
    "NeverChanged",
    "PageReview",
    "ScheduledJob",
    "SiteProfile",
    "WorkerHeartbeat",
]
