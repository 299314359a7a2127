"""What a partner was told, as it may be seen now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from kith.consent.terms import Duty, Kind, PackStatus, Stage
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.disclosure.circumstances import Circumstances
from kith.disclosure.events import SharedRead
from kith.disclosure.items import contact_of_kept, shown
from kith.disclosure.models import Disclosure, SharedItem
from kith.disclosure.policies.disclosure import one_disclosure
from kith.disclosure.seen import circumstances_of, seen
from kith.post.safe_contact import SafeContact


@dataclass(frozen=True, slots=True)
class SharedItemLine:
    """One thing that was told."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPage:
    """What was told. Once stopped there is nothing in it but the day, whatever the reason was.

    `contact` is how the person may be reached, None unless that was told. `duties` go with what is shown.
    """

    stage: Stage
    told_on: date
    items: list[SharedItemLine]
    contact: SafeContact | None
    duties: tuple[Duty, ...]
    is_stopped: bool
    stopped_on: date | None


def what_was_shared(viewer: Viewer, *, disclosure_id: UUID) -> SharedPage:
    """What was told in this line of the ledger, each item decided again now, in the order of Kind.

    Nothing is left when consent is taken back, paused or over, the partner or the human there is excluded,
    the agreement has ended, or (for a name) the site's law has run out. The look is recorded. A bounded
    number of statements. Raises NotFound.
    """
    line = one_disclosure(viewer, disclosure_id)
    zone = ZoneInfo(site_profile(viewer).timezone)
    at = circumstances_of(line)
    items = seen(viewer, line, at)
    _record_look(viewer, line, is_stopped=not items)
    return _page(line, at, items, zone)


def _page(line: Disclosure, at: Circumstances, items: list[SharedItem], zone: ZoneInfo) -> SharedPage:
    contact = next((item.text for item in items if item.kind == Kind.CONTACT), None)
    return SharedPage(
        stage=Stage(line.stage),
        told_on=line.told_at.astimezone(zone).date(),
        items=[SharedItemLine(Kind(item.kind), shown(Kind(item.kind), item.text)) for item in items],
        contact=contact_of_kept(contact) if contact is not None else None,
        duties=tuple(Duty(duty) for duty in line.duties) if items else (),
        is_stopped=not items,
        stopped_on=None if items else _stopped_on(line, at, zone),
    )


def _stopped_on(line: Disclosure, at: Circumstances, zone: ZoneInfo) -> date:
    """The first day on which nothing was left, of the reasons that have a day; else today."""
    moments: list[datetime] = [
        moment for moment in (line.stopped_at, at.standing.ended_at) if moment is not None
    ]
    days = [moment.astimezone(zone).date() for moment in moments]
    if line.stage == Stage.NAME:
        days += [
            last_day + timedelta(days=1)
            for pack_id, last_day in at.law.ended_on.items()
            if at.law.packs[pack_id] is PackStatus.EXPIRED
        ]
    return min(days, default=at.now.astimezone(zone).date())


@transaction.atomic
def _record_look(viewer: Viewer, line: Disclosure, *, is_stopped: bool) -> None:
    record(
        viewer,
        SharedRead(
            subject=line.ref,
            person_id=line.person_id,
            organization_id=line.holder_id,
            recipient_id=line.recipient_id,
            is_stopped=is_stopped,
        ),
    )
