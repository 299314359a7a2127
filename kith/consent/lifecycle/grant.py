"""How one consent stands at a moment, from its own row."""

from datetime import datetime

from kith.consent.models import ConsentGrant
from kith.consent.terms import ConsentState


def state_of(grant: ConsentGrant, *, at: datetime) -> ConsentState:
    """The state at that moment. The last moment of its time is outside."""
    if grant.withdrawn_at is not None:
        return ConsentState.WITHDRAWN
    if at >= grant.valid_until:
        return ConsentState.EXPIRED
    if grant.paused_at is not None:
        return ConsentState.PAUSED
    if at < grant.valid_from:
        return ConsentState.NOT_YET
    return ConsentState.LIVE


def ended_at(grant: ConsentGrant, *, at: datetime) -> datetime | None:
    """Since when nothing may be told by it; None while it is live, or not yet begun."""
    ends = {
        ConsentState.WITHDRAWN: grant.withdrawn_at,
        ConsentState.EXPIRED: grant.valid_until,
        ConsentState.PAUSED: grant.paused_at,
    }
    return ends.get(state_of(grant, at=at))
