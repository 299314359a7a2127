"""Writing a first wording."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied
from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.models import Agreement
from kith.partnerships.policies.agreement import check_may_draft
from kith.partnerships.wording import Wording


@transaction.atomic
def draft_agreement(viewer: Viewer, *, wording: Wording) -> UUID:
    """Keep a wording that only the writer's organisation sees. Returns the agreement's id.

    Raises Denied, NotFound (a party is not in the directory), BadWording, PromiseWithoutParty or BadDates.
    """
    check_may_draft(viewer, organization_ids=[party.organization_id for party in wording.parties])
    if viewer.organization_id is None:
        raise Denied
    agreement = Agreement.objects.create(
        starts_on=wording.starts_on,
        drafted_by_id=viewer.organization_id,
        drafted_at=clock.now(),
    )
    change_draft(viewer, agreement_id=agreement.id, wording=wording)
    return agreement.id
