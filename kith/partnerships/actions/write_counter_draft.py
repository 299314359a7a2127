"""Beginning other words: an answer to what is on the table, or an amendment of what binds."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.negotiation_errors import DraftExists, NothingOffered
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import own_party
from kith.partnerships.policies.draft import wording_now, words_for_all
from kith.partnerships.policies.version import highest_number, own_draft
from kith.partnerships.policies.withdrawal import withdrawals
from kith.partnerships.wording_parts import without_parties


@transaction.atomic
def write_counter_draft(viewer: Viewer, *, agreement_id: UUID) -> UUID:
    """Copy the words on the table, else those that bind, into a draft of the viewer's organisation.

    Clauses keep their keys. Who has left is left out. Returns the id of the new version.
    Raises NotFound, Denied, StatusConflict once it has ended, DraftExists, NothingOffered, or BadWording if
    fewer than two parties are left.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.CHANGE)
    if not is_living(agreement.status):
        raise StatusConflict
    if own_draft(viewer, agreement_id) is not None:
        raise DraftExists
    base = words_for_all(agreement)
    if base is None:
        raise NothingOffered
    draft = _draft(agreement, base, own_party(viewer, base))
    gone = frozenset(withdrawals(viewer, [agreement_id]).values_list("organization_id", flat=True))
    change_draft(viewer, agreement_id=agreement_id, wording=without_parties(wording_now(base), gone))
    return draft.pk


def _draft(agreement: Agreement, base: Version, writer: AgreementParty) -> Version:
    return Version.objects.create(
        agreement=agreement,
        number=highest_number(agreement) + 1,
        based_on=base.number,
        starts_on=base.starts_on,
        written_by_id=writer.organization_id,
        written_at=clock.now(),
    )
