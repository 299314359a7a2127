"""What taking in a spreadsheet of partners would do, row by row: read, not written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.organizations_named import organizations_named
from kith.partnerships.models import PartnerContact
from kith.partnerships.one_human import Human, may_be_one
from kith.partnerships.policies.agreement import May as MayAgree
from kith.partnerships.policies.partner import May, partners
from kith.partnerships.policies.partner_contact import contacts
from kith.partnerships.policies.version import versions
from kith.partnerships.sheet_rows import SheetPartner


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row: the organisation if the directory has it, and which of its parts are new here.

    `is_twice`: two organisations bear the name, so nobody can say which is meant.
    """

    row: SheetPartner
    organization_id: UUID | None
    is_twice: bool
    is_new_partner: bool
    is_new_contact: bool
    is_new_agreement: bool

    @property
    def can_be_used(self) -> bool:
        """False where the row is left out."""
        return self.row.can_be_used and not self.is_twice


def plan_of(viewer: Viewer, rows: Sequence[SheetPartner]) -> tuple[PlannedRow, ...]:
    """Each row with what is known of it already. A few statements, however many rows."""
    named = organizations_named(viewer, names={row.organization_name for row in rows})
    partner_ids = set(partners(viewer, May.READ).values_list("organization_id", flat=True))
    people = _people(viewer)
    titles = {title.lower() for title in versions(viewer, MayAgree.READ).values_list("title", flat=True)}
    planned: list[PlannedRow] = []
    for row in rows:
        ids = named.get(row.organization_name.strip().lower(), ())
        organization_id = ids[0] if len(ids) == 1 else None
        planned.append(
            PlannedRow(
                row=row,
                organization_id=organization_id,
                is_twice=len(ids) > 1,
                is_new_partner=organization_id not in partner_ids,
                is_new_contact=bool(row.contact) and not _is_known(row, people.get(organization_id, ())),
                is_new_agreement=bool(row.agreement) and row.agreement.strip().lower() not in titles,
            )
        )
    return tuple(planned)


def _people(viewer: Viewer) -> dict[UUID | None, list[Human]]:
    found: dict[UUID | None, list[Human]] = {}
    rows: Iterable[PartnerContact] = contacts(viewer, May.READ).select_related("partner")
    for contact in rows:
        found.setdefault(contact.partner.organization_id, []).append(contact.human)
    return found


def _is_known(row: SheetPartner, people: Sequence[Human]) -> bool:
    return any(may_be_one(Human(row.contact, row.email, None), human) for human in people)
