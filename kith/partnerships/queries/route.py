"""How one organisation may ask another today."""

from uuid import UUID

from kith.consent.terms import SharePurpose
from kith.core import clock
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.models import Partner, PartnerContact
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.policies.week import pause_ends_on, weeks_of
from kith.partnerships.queries.promised import promised
from kith.partnerships.views_of import ContactCard, Route

UNKNOWN_ZONE = "UTC"
ENDING_DIGITS = 2


def route(viewer: Viewer, *, sender_id: UUID, receiver_id: UUID, service_id: UUID | None = None) -> Route:
    """What binds the two today, and how the receiver wants to be asked, as far as `viewer` may know.

    What is promised is read by `promised`, today where each agreement is; a pause counts where the receiver
    is. What is not known is denied: no agreement, no promise, an empty scope, a week without days, no
    contact.
    `service_id` None: for no service in particular.
    """
    partner = partners(viewer, May.ROUTE).filter(organization_id=receiver_id).first()
    found = promised(viewer, sender_id=sender_id, receiver_id=receiver_id, service_id=service_id)
    answer = found.response
    week = _week(viewer, partner)
    cards = _contacts(viewer, partner)
    return Route(
        agreement_id=answer.agreement_id if answer else next(iter(found.agreement_ids), None),
        receiver_id=receiver_id,
        promise_days=answer.body.days if answer else None,
        urgent_hours=answer.body.urgent_hours if answer else None,
        clause_key=answer.clause_key if answer else None,
        varied_until=answer.varied_until if answer else None,
        scope=_scope(found.told),
        labels_excluded=found.told.labels_excluded,
        keep_days=found.told.keep_days,
        accepts=found.accepts,
        then=found.then,
        week=week,
        code_word=partner.code_word if partner else "",
        max_open_asks=partner.max_open_asks if partner else None,
        paused_until=pause_ends_on(week, on=clock.today(week.timezone)),
        contact=next(iter(cards), None),
        contacts=cards,
    )


def _scope(told: DataScope) -> frozenset[str]:
    """Everything is told to arrange help; where the parties do not tell for it, nothing is."""
    return frozenset[str](told.kinds) if SharePurpose.ARRANGE_HELP in told.purposes else frozenset()


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
