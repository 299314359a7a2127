"""Whether the trail is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.chain import EVENT_FIELDS, FIRST_PREVIOUS, EventValues, made_at_ms, seal_hash
from kith.core.checkpoints import Checkpoint, is_ours
from kith.core.errors import Denied
from kith.core.models import EventSeal
from kith.core.policies.event_seal import May, chained_events, lost_events, may_touch, seals, stray_events
from kith.core.viewer import Viewer

BATCH = 2000
LATEST_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Verification:
    """What the check found. `first_bad_seq` is the lowest seal number that does not fit; None if all do."""

    ok: bool
    sealed: int
    first_bad_seq: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class _Fault:
    seq: int
    sentence: str


@dataclass(frozen=True, slots=True)
class _Link:
    """The seal before: what the next one must build on."""

    seq: int
    hash: str
    previous: str
    made_at_ms: int


def verify_events(viewer: Viewer, *, against: Checkpoint | None) -> Verification:
    """Check every seal in order, then for events without one, then against a checkpoint kept elsewhere.

    Events that still wait for their seal are not faults: seal the tail first. An event made over an hour
    before the one sealed before it counts as dated back. Raises Denied for all but the system, admins and
    privacy officers.
    """
    if not may_touch(viewer, May.VERIFY):
        raise Denied
    sealed = seals(viewer, May.VERIFY).count()
    fault = _chain_fault(viewer) or _tail_fault(viewer, sealed) or _cut_fault(viewer, against)
    if fault is None:
        return Verification(
            True, sealed, None, _("All %(count)d sealed events are whole.") % {"count": sealed}
        )
    return Verification(False, sealed, fault.seq, fault.sentence)


def _chain_fault(viewer: Viewer) -> _Fault | None:
    link = _Link(0, FIRST_PREVIOUS, "", 0)
    for seal, event in _sealed_pairs(viewer):
        fault = _misfit(link, seal, event)
        if fault is not None:
            return fault
        link = _Link(seal.seq, seal.hash, seal.previous, max(link.made_at_ms, made_at_ms(seal.event_id) or 0))
    return None


def _misfit(link: _Link, seal: EventSeal, event: EventValues | None) -> _Fault | None:
    """Why `seal` does not follow `link`; None if it does."""
    if seal.seq != link.seq + 1:
        return _fault(min(link.seq + 1, seal.seq), _("Seal %(seq)d is missing."))
    if event is None:
        return _fault(seal.seq, _("The event of seal %(seq)d was deleted."))
    if seal.hash != seal_hash(seal.previous, seal.seq, event):
        return _unfit(link, seal, event)
    if seal.previous != link.hash:
        # It fits itself, so the one before was sealed anew after it.
        return _fault(max(link.seq, 1), _("Seal %(seq)d, or one before it, was written anew."))
    if _is_late(link, seal):
        return _fault(seal.seq, _("The event of seal %(seq)d was put in later than it says."))
    return None


def _unfit(link: _Link, seal: EventSeal, event: EventValues) -> _Fault:
    """A seal that fits one place earlier was moved up, to make room for the one before it."""
    if seal.previous == link.previous and seal.hash == seal_hash(seal.previous, link.seq, event):
        return _fault(link.seq, _("Seal %(seq)d was put in between."))
    return _fault(seal.seq, _("The event of seal %(seq)d, or the seal itself, was changed."))


def _is_late(link: _Link, seal: EventSeal) -> bool:
    made = made_at_ms(seal.event_id)
    return made is None or made < link.made_at_ms - LATEST_MS


def _fault(seq: int, sentence: str) -> _Fault:
    return _Fault(seq, sentence % {"seq": seq})


def _sealed_pairs(viewer: Viewer) -> Iterator[tuple[EventSeal, EventValues | None]]:
    chain = seals(viewer, May.VERIFY)
    batch = list(chain[:BATCH])
    while batch:
        events = _events_of(viewer, batch)
        for seal in batch:
            yield seal, events.get(seal.event_id)
        batch = list(chain.filter(seq__gt=batch[-1].seq)[:BATCH])


def _events_of(viewer: Viewer, batch: list[EventSeal]) -> dict[UUID, EventValues]:
    ids = [seal.event_id for seal in batch]
    rows = chained_events(viewer, May.VERIFY).filter(id__in=ids).values_list(*EVENT_FIELDS)
    return {row[0]: row for row in rows}


def _tail_fault(viewer: Viewer, sealed: int) -> _Fault | None:
    """Events beside the chain: put in without `record`, or deleted before they were sealed."""
    stray = stray_events(viewer, May.VERIFY).first()
    if stray is not None:
        place = seals(viewer, May.VERIFY).filter(event_id__lt=stray.id).count() + 1
        return _fault(place, _("Before seal %(seq)d an event was put in without a seal."))
    if lost_events(viewer, May.VERIFY).exists():
        return _fault(sealed + 1, _("Before seal %(seq)d an event was deleted unsealed."))
    return None


def _cut_fault(viewer: Viewer, against: Checkpoint | None) -> _Fault | None:
    if against is None:
        return None
    if not is_ours(against):
        return _Fault(against.seq, _("The checkpoint was not signed with this site's key, or was changed."))
    chain = seals(viewer, May.VERIFY)
    held = chain.filter(seq=against.seq).values_list("hash", flat=True).first()
    if held == against.hash or against.seq == 0:
        return None
    place = min(against.seq, chain.count() + 1)
    return _Fault(
        place, _("From seal %(seq)d on, the chain is not the one of the checkpoint.") % {"seq": place}
    )
