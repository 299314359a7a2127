"""Who was told what about a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kith.consent.queries.standings_of import PartnerStanding, standings_of
from kith.consent.terms import KIND_WORDS, ConsentState, Kind
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.disclosure.events import LedgerRead
from kith.disclosure.gate import GATE
from kith.disclosure.models import Disclosure
from kith.disclosure.policies.disclosure import May, disclosures, items_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """One partner, all kinds it was ever told, and where the yes stands now.

    `told_on` is the last day that something was told. `consent_id` is what stop, pause and resume take.
    `is_named`: it knows the name. `is_stopped`: what it was told was hidden for good on `stopped_on`.
    """

    recipient_id: UUID
    recipient_name: str
    kinds: tuple[Kind, ...]
    kinds_words: str
    told_on: date
    consent_id: UUID
    state: ConsentState
    is_named: bool
    is_stopped: bool
    stopped_on: date | None


def who_knows_what(viewer: Viewer, *, person_id: UUID) -> list[ToldLine]:
    """One line a partner, the one told last in front; the look is recorded.

    Nothing that was told ever leaves this list. Eight statements at most.
    """
    rows = list(
        disclosures(viewer, May.SEE_THAT_IT_IS).filter(person_id=person_id).order_by("-told_at", "-id")
    )
    if not rows:
        return []
    kinds = _kinds_by_line(viewer, rows)
    standings = standings_of(GATE, person_id=person_id)
    zone = ZoneInfo(site_profile(viewer).timezone)
    by_partner: dict[UUID, list[Disclosure]] = {}
    for row in rows:
        by_partner.setdefault(row.recipient_id, []).append(row)
    names = organization_names(viewer, organization_ids=list(by_partner))
    lines = [
        _line(told, kinds, standings.get(partner), zone, name=names.get(partner, ""))
        for partner, told in by_partner.items()
    ]
    _record_look(viewer, rows[0], count=len(lines))
    return lines


def _kinds_by_line(viewer: Viewer, rows: list[Disclosure]) -> dict[UUID, set[Kind]]:
    found: dict[UUID, set[Kind]] = {}
    items = items_of(viewer, [row.id for row in rows], May.SEE_THAT_IT_IS)
    for line_id, kind in items.values_list("disclosure_id", "kind"):
        found.setdefault(line_id, set()).add(Kind(kind))
    return found


def _line(
    told: list[Disclosure],
    kinds: dict[UUID, set[Kind]],
    standing: PartnerStanding | None,
    zone: ZoneInfo,
    *,
    name: str,
) -> ToldLine:
    """`told` is one partner's lines, newest first."""
    known = set[Kind]().union(*(kinds.get(line.id, set()) for line in told))
    in_order = tuple(kind for kind in Kind if kind in known)
    is_stopped = all(line.stopped_at is not None for line in told)
    return ToldLine(
        recipient_id=told[0].recipient_id,
        recipient_name=name,
        kinds=in_order,
        kinds_words=capfirst(_(", ").join(str(KIND_WORDS[kind]) for kind in in_order)),
        told_on=told[0].told_at.astimezone(zone).date(),
        consent_id=standing.consent_id if standing else told[0].consent_id,
        state=standing.state if standing else ConsentState.NONE,
        is_named=Kind.NAME in known,
        is_stopped=is_stopped,
        stopped_on=_last_day(zone, (line.stopped_at for line in told)) if is_stopped else None,
    )


def _last_day(zone: ZoneInfo, moments: Iterable[datetime | None]) -> date | None:
    return max((moment.astimezone(zone).date() for moment in moments if moment is not None), default=None)


@transaction.atomic
def _record_look(viewer: Viewer, line: Disclosure, *, count: int) -> None:
    record(
        viewer,
        LedgerRead(
            subject=Ref("person", line.person_id),
            person_id=line.person_id,
            organization_id=line.holder_id,
            lines=count,
        ),
    )
