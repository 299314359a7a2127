"""One partner: its people first, then what was promised, its days, and how much it can carry."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.models import Partner, PartnerContact
from kith.partnerships.policies.partner import May, one_partner, partners
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.policies.week import pause_ends_on, weeks_of
from kith.partnerships.queries.route import route

MOST_CLOSED_DAYS = 30


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One named person, with the telephone and the best time to use it."""

    id: UUID
    name: str
    role_title: str
    organization_name: str
    phone: str
    email: str
    best_time: str
    language: str
    has_own_code: bool
    added_at: datetime
    is_unconfirmed: bool


@dataclass(frozen=True, slots=True)
class DayLine:
    """One weekday (Monday 0) and its hours, as `09:00`."""

    weekday: int
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerPage:
    """How a partner wants to be asked, and what the viewer may change.

    `they_promise` and `we_promise` are days of the promiser's own; None where nothing binds.
    """

    organization_id: UUID
    name: str
    is_own: bool
    code_word: str
    timezone: str
    days: tuple[DayLine, ...]
    closed_on: tuple[date, ...]
    paused_until: date | None
    max_open_asks: int | None
    contacts: tuple[ContactLine, ...]
    our_contacts: tuple[ContactLine, ...]
    they_promise: int | None
    we_promise: int | None
    has_agreement: bool
    today: date
    may_look_after: bool
    may_set_code: bool


def partner_page(viewer: Viewer, *, organization_id: UUID) -> PartnerPage:
    """The partner that this organisation is; closed days from today on, at most 30. Raises NotFound."""
    row = one_partner(viewer, organization_id, May.READ)
    ours = partners(viewer, May.READ).filter(organization_id=viewer.organization_id or row.organization_id)
    own = ours.exclude(pk=row.pk).first()
    names = organization_names(
        viewer, organization_ids=[found.organization_id for found in (row, own) if found]
    )
    week = weeks_of(viewer, [row], May.READ)[organization_id]
    today = clock.today(row.timezone)
    they_promise, we_promise, is_bound = _promised(viewer, organization_id)
    return PartnerPage(
        organization_id=organization_id,
        name=names.get(organization_id, ""),
        is_own=organization_id == viewer.organization_id,
        code_word=row.code_word,
        timezone=row.timezone,
        days=_days(week),
        closed_on=tuple(day for day in sorted(week.closed) if day >= today)[:MOST_CLOSED_DAYS],
        paused_until=pause_ends_on(week, on=today),
        max_open_asks=row.max_open_asks,
        contacts=_contacts(viewer, row, names),
        our_contacts=_contacts(viewer, own, names)[:1] if own else (),
        they_promise=they_promise,
        we_promise=we_promise,
        has_agreement=is_bound,
        today=today,
        may_look_after=partners(viewer, May.LOOK_AFTER).filter(pk=row.pk).exists(),
        may_set_code=partners(viewer, May.OWN_CODE).filter(pk=row.pk).exists(),
    )


def _days(week: WorkingWeek) -> tuple[DayLine, ...]:
    return tuple(
        DayLine(day, f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}")
        for day, hours in sorted(week.days.items())
    )


def _contacts(viewer: Viewer, row: Partner, names: dict[UUID, str]) -> tuple[ContactLine, ...]:
    found: list[PartnerContact] = list(contacts(viewer, May.READ).filter(partner_id=row.pk))
    return tuple(
        ContactLine(
            id=contact.pk,
            name=contact.name,
            role_title=contact.role_title,
            organization_name=names.get(row.organization_id, ""),
            phone=contact.phone,
            email=contact.email,
            best_time=contact.best_time,
            language=contact.language,
            has_own_code=bool(contact.code_hash),
            added_at=contact.added_at,
            is_unconfirmed=contact.is_unconfirmed,
        )
        for contact in found
    )


def _promised(viewer: Viewer, organization_id: UUID) -> tuple[int | None, int | None, bool]:
    """What they promised us, what we promised them, and whether anything binds the two today."""
    if viewer.organization_id is None or viewer.organization_id == organization_id:
        return None, None, False
    theirs = route(viewer, sender_id=viewer.organization_id, receiver_id=organization_id)
    ours = route(viewer, sender_id=organization_id, receiver_id=viewer.organization_id)
    return theirs.promise_days, ours.promise_days, theirs.agreement_id is not None
