"""Writing a first wording."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.models import Agreement, Version
from kith.partnerships.policies.agreement import check_may_draft
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.terms import AgreementKind
from kith.partnerships.wording import Wording

FIRST = 1


@transaction.atomic
def draft_agreement(
    viewer: Viewer,
    *,
    wording: Wording,
    kind: AgreementKind = AgreementKind.MOU,
    partnership_id: UUID | None = None,
) -> UUID:
    """Keep a wording that only the writer's organisation sees. Returns the agreement's id.

    Raises Denied, NotFound (no such party or table), or what `check_wording` finds.
    """
    check_may_draft(viewer, organization_ids=[party.organization_id for party in wording.parties])
    if viewer.organization_id is None:
        raise Denied
    if partnership_id is not None:
        one_partnership(viewer, partnership_id, May.READ)
    now = clock.now()
    agreement = Agreement.objects.create(
        partnership_id=partnership_id,
        kind=kind.value,
        timezone=site_profile(viewer).timezone,
        drafted_by_id=viewer.organization_id,
        drafted_at=now,
    )
    Version.objects.create(
        agreement=agreement,
        number=FIRST,
        starts_on=wording.starts_on,
        written_by_id=viewer.organization_id,
        written_at=now,
    )
    change_draft(viewer, agreement_id=agreement.id, wording=wording)
    return agreement.id
