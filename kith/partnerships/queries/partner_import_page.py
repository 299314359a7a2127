"""A spreadsheet of partners: what taking it in would do, or has done."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.import_plan import PlannedRow, plan_of
from kith.partnerships.policies.partner_import import may_be_undone, one_import
from kith.partnerships.sheet_rows import read


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerImportPage:
    """Before the taking in `rows` say what would be made; afterwards the counts say what was."""

    id: UUID
    rows: tuple[PlannedRow, ...]
    begun_at: datetime
    taken_at: datetime | None
    undone_at: datetime | None
    may_undo: bool
    partners: int
    contacts: int
    agreements: int


def partner_import_page(viewer: Viewer, *, import_id: UUID) -> PartnerImportPage:
    """The rows in the order of the sheet. Raises NotFound."""
    kept = one_import(viewer, import_id)
    rows = plan_of(viewer, read(kept.rows))
    made = {name: len(ids) for name, ids in kept.made.items()}
    usable = [row for row in rows if row.can_be_used]
    titles = {row.row.agreement.strip().lower() for row in usable if row.is_new_agreement}
    new = {row.row.organization_name.strip().lower() for row in usable if row.is_new_partner}
    return PartnerImportPage(
        id=kept.pk,
        rows=rows,
        begun_at=kept.begun_at,
        taken_at=kept.taken_at,
        undone_at=kept.undone_at,
        may_undo=may_be_undone(kept),
        partners=made.get("partners", len(new)),
        contacts=made.get("contacts", sum(row.is_new_contact for row in usable)),
        agreements=made.get("agreements", len(titles)),
    )
