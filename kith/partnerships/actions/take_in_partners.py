"""Taking in the rows of a spreadsheet that somebody has looked at."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied, StatusConflict
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.actions.add_organization import add_organization
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.draft_agreement import draft_agreement
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.import_events import PartnersTakenIn
from kith.partnerships.import_plan import PlannedRow, plan_of
from kith.partnerships.policies.partner_import import one_import_to_change
from kith.partnerships.sheet_rows import SheetPartner, read
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise, Wording, plain_clauses

Made = dict[str, list[str]]


@transaction.atomic
def take_in_partners(viewer: Viewer, *, import_id: UUID) -> UUID:
    """Make what the preview showed: partners, people, and one draft for each agreement. All or nothing.

    A draft binds nobody: it waits for its paper or its signatures. The rows are forgotten afterwards.
    Raises NotFound, StatusConflict if it was taken in before, or what one of its steps finds.
    """
    kept = one_import_to_change(viewer, import_id)
    if kept.taken_at is not None:
        raise StatusConflict
    now = clock.now()
    with clock.at(now):
        usable = [row for row in plan_of(viewer, read(kept.rows)) if row.can_be_used]
        made: Made = {"organizations": [], "partners": [], "contacts": [], "agreements": []}
        ids = _take_in_rows(viewer, usable, made)
        _draft_agreements(viewer, usable, ids, made)
    kept.rows, kept.taken_at, kept.made = "", now, made
    kept.save(update_fields=["rows", "taken_at", "made"])
    record(
        viewer,
        PartnersTakenIn(
            subject=kept.ref,
            organization_id=kept.organization_id,
            partners=len(made["partners"]),
            contacts=len(made["contacts"]),
            agreements=len(made["agreements"]),
        ),
    )
    return kept.id


def _take_in_rows(viewer: Viewer, planned: Sequence[PlannedRow], made: Made) -> dict[str, UUID]:
    """The organisation of each row, by its name in small letters. Two rows may name one organisation."""
    ids: dict[str, UUID] = {}
    for one in planned:
        name = one.row.organization_name.strip().lower()
        if name not in ids:
            ids[name] = one.organization_id or _add_organization(viewer, one.row, made)
            if one.is_new_partner:
                _welcome(viewer, one.row, ids[name], made)
        if one.is_new_contact:
            _add_person(viewer, one.row, ids[name], made)
    return ids


def _add_organization(viewer: Viewer, row: SheetPartner, made: Made) -> UUID:
    organization_id = add_organization(
        viewer, name=row.organization_name, description=row.about, email="", website="", kind=row.kind
    )
    made["organizations"].append(str(organization_id))
    return organization_id


def _welcome(viewer: Viewer, row: SheetPartner, organization_id: UUID, made: Made) -> None:
    welcome_partner(
        viewer,
        organization_id=organization_id,
        code_word=row.code_word,
        timezone=site_profile(viewer).timezone,
        days={},
        closed_on=[],
    )
    made["partners"].append(str(organization_id))


def _add_person(viewer: Viewer, row: SheetPartner, organization_id: UUID, made: Made) -> None:
    contact_id = add_contact(
        viewer,
        organization_id=organization_id,
        name=row.contact,
        role_title=row.contact_role,
        email=row.email,
        phone=row.phone,
        language=row.language,
    )
    made["contacts"].append(str(contact_id))


def _draft_agreements(
    viewer: Viewer, planned: Sequence[PlannedRow], ids: dict[str, UUID], made: Made
) -> None:
    """One draft for each title: rows that name the same agreement are its parties."""
    if viewer.organization_id is None:
        raise Denied
    rows = sorted((one.row for one in planned if one.is_new_agreement), key=_title)
    for _same, group in groupby(rows, key=_title):
        parties = list(group)
        wording = _wording(
            viewer.organization_id, parties, ids, today=clock.today(site_profile(viewer).timezone)
        )
        made["agreements"].append(str(draft_agreement(viewer, wording=wording)))


def _title(row: SheetPartner) -> str:
    return row.agreement.strip().lower()


def _wording(own_id: UUID, rows: Sequence[SheetPartner], ids: dict[str, UUID], *, today: date) -> Wording:
    """What may be told is still to be chosen: no sheet can say it, and missing means nothing."""
    first = rows[0]
    days = {ids[row.organization_name.strip().lower()]: row.they_answer for row in rows}
    ours = next((row.we_answer for row in rows if row.we_answer), None)
    promised = {**days, own_id: ours}
    return Wording(
        title=first.agreement,
        purpose=next((row.purpose for row in rows if row.purpose), first.agreement),
        parties=(Party(own_id, PartyRole.LEAD), *(Party(other, PartyRole.RECEIVER) for other in days)),
        clauses=plain_clauses([Promise(who, count) for who, count in promised.items() if count], frozenset()),
        starts_on=next((row.starts_on for row in rows if row.starts_on), today),
        review_on=next((row.review_on for row in rows if row.review_on), None),
        ends_on=next((row.ends_on for row in rows if row.ends_on), None),
    )
