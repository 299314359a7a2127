"""Saying anew what a partnership is about."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.policies.partnership import May, one_partnership_to_change
from kith.partnerships.table_check import AboutIt, checked
from kith.partnerships.table_events import PartnershipChanged
from kith.partnerships.table_terms import EcologicalLevel


@transaction.atomic
def change_partnership(
    viewer: Viewer,
    *,
    partnership_id: UUID,
    issue: str,
    name: str,
    purpose: str,
    levels: Collection[EcologicalLevel],
) -> None:
    """Keep the issue, name, purpose and levels as they are said now.

    Raises NotFound, Denied or BadPartnership.
    """
    partnership = one_partnership_to_change(viewer, partnership_id, May.CHANGE)
    said = checked(AboutIt(issue, name, purpose, frozenset(levels)))
    partnership.issue = said.issue
    partnership.name = said.name
    partnership.purpose = said.purpose
    partnership.levels = said.level_codes
    partnership.save(update_fields=["issue", "name", "purpose", "levels"])
    record(
        viewer,
        PartnershipChanged(
            subject=partnership.ref, organization_id=viewer.organization_id, level_codes=said.level_codes
        ),
    )
