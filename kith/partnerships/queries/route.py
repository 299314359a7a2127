"""How one organisation may ask another today."""

from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek
from kith.partnerships.models import Partner, PartnerContact
from kith.partnerships.policies.agreement import May as MayAgree
from kith.partnerships.policies.agreement import binding
from kith.partnerships.policies.clauses import promises, scopes
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.policies.week import pause_ends_on, weeks_of
from kith.partnerships.views_of import ContactCard, Route

UNKNOWN_ZONE = "UTC"
ENDING_DIGITS = 2


def route(viewer: Viewer, *, sender_id: UUID, receiver_id: UUID) -> Route:
    """What binds the two today, and how the receiver wants to be asked, as far as `viewer` may know.

    Today is the receiver's. If several agreements bind, only what all of them allow may be told, and the
    newest one in which the receiver promised an answer gives the promise. What is not known is denied:
    no agreement, no promise, an empty scope, a week without days, no contact.
    """
    partner = partners(viewer, May.ROUTE).filter(organization_id=receiver_id).first()
    on = clock.today(partner.timezone if partner else UNKNOWN_ZONE)
    agreed = list(
        binding(viewer, sender_id=sender_id, receiver_id=receiver_id, on=on).values_list("pk", flat=True)
    )
    promise = _promise(viewer, agreed, receiver_id)
    week = _week(viewer, partner)
    cards = _contacts(viewer, partner)
    return Route(
        agreement_id=promise[0] if promise else next(iter(agreed), None),
        receiver_id=receiver_id,
        promise_days=promise[1] if promise else None,
        scope=_scope(viewer, agreed),
        week=week,
        code_word=partner.code_word if partner else "",
        max_open_asks=partner.max_open_asks if partner else None,
        paused_until=pause_ends_on(week, on=on),
        contact=next(iter(cards), None),
        contacts=cards,
    )


def _promise(viewer: Viewer, agreed: list[UUID], receiver_id: UUID) -> tuple[UUID, int] | None:
    """The newest agreement with a promise of the receiver, and its days."""
    made = promises(viewer, agreed, MayAgree.ROUTE).filter(organization_id=receiver_id)
    days = dict(made.values_list("agreement_id", "days"))
    return next(((agreement_id, days[agreement_id]) for agreement_id in agreed if agreement_id in days), None)


def _scope(viewer: Viewer, agreed: list[UUID]) -> frozenset[str]:
    """What every binding agreement allows; one without a data clause allows nothing."""
    clauses = dict(scopes(viewer, agreed, MayAgree.ROUTE).values_list("agreement_id", "kinds"))
    allowed = [frozenset[str](clauses.get(agreement_id, [])) for agreement_id in agreed]
    return frozenset.intersection(*allowed) if allowed else frozenset()


def _week(viewer: Viewer, partner: Partner | None) -> WorkingWeek:
    if partner is None:
        return WorkingWeek(UNKNOWN_ZONE, {})
    return weeks_of(viewer, [partner], May.ROUTE)[partner.organization_id]


def _contacts(viewer: Viewer, partner: Partner | None) -> tuple[ContactCard, ...]:
    """The named people there, the first added first."""
    rows = contacts(viewer, May.ROUTE).filter(partner_id=partner.pk) if partner else ()
    return tuple(_card(row) for row in rows)


def _card(row: PartnerContact) -> ContactCard:
    digits = [sign for sign in row.phone if sign.isdigit()]
    return ContactCard(
        id=row.pk,
        name=row.name,
        role_title=row.role_title,
        has_email=bool(row.email),
        has_phone=bool(row.phone),
        phone_ending="".join(digits[-ENDING_DIGITS:]),
        has_own_code=bool(row.code_hash),
        added_at=row.added_at,
        is_unconfirmed=row.is_unconfirmed,
    )
