"""Beginning a partnership from an issue."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied
from kith.core.events import record
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.partnerships.models import Partnership, Seat
from kith.partnerships.policies.partnership import check_may_begin
from kith.partnerships.table_check import AboutIt, checked
from kith.partnerships.table_events import PartnershipBegun
from kith.partnerships.table_terms import EcologicalLevel
from kith.partnerships.terms import PartyRole


@transaction.atomic
def begin_partnership(
    viewer: Viewer, *, issue: str, name: str, purpose: str, levels: Collection[EcologicalLevel]
) -> UUID:
    """Open a table around an issue; the viewer's organisation convenes it. Returns the partnership's id.

    Raises Denied or BadPartnership.
    """
    check_may_begin(viewer)
    if viewer.organization_id is None:
        raise Denied
    said = checked(AboutIt(issue, name, purpose, frozenset(levels)))
    now = clock.now()
    partnership = Partnership.objects.create(
        issue=said.issue,
        name=said.name,
        purpose=said.purpose,
        levels=said.level_codes,
        timezone=site_profile(viewer).timezone,
        begun_by_id=viewer.organization_id,
        begun_at=now,
    )
    Seat.objects.create(
        partnership=partnership,
        organization_id=viewer.organization_id,
        place=0,
        roles=[PartyRole.CONVENER.value],
        joined_at=now,
    )
    record(
        viewer,
        PartnershipBegun(
            subject=partnership.ref, organization_id=viewer.organization_id, level_codes=said.level_codes
        ),
    )
    return partnership.id
