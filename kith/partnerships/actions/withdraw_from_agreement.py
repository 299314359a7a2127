"""One party leaves; the others stay bound to each other."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import StatusConflict
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.life_errors import AlreadyLeaving, BadLastDay
from kith.partnerships.life_events import PartyLeaves
from kith.partnerships.lifecycle.agreement import may_be_left
from kith.partnerships.lifecycle.version import check_step
from kith.partnerships.models import Agreement, Withdrawal
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.policies.withdrawal import all_withdrawals, bound_parties
from kith.partnerships.terms import VersionState

ONE_DAY = timedelta(days=1)


@transaction.atomic
def withdraw_from_agreement(viewer: Viewer, *, agreement_id: UUID, last_on: date, words: str) -> None:
    """Say that the viewer's organisation leaves after `last_on`; until then it is bound like the others.

    Words on the table that name it are dropped. Where fewer than two signed parties stay, the agreement ends
    after that day. Raises NotFound, Denied, AlreadyLeaving, BadLastDay, or StatusConflict unless it is in
    force or suspended.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.VARY)
    if not may_be_left(agreement.status) or viewer.organization_id is None:
        raise StatusConflict
    if all_withdrawals(agreement).filter(organization_id=viewer.organization_id).exists():
        raise AlreadyLeaving
    _check_last_day(agreement, last_on)
    Withdrawal.objects.create(
        agreement=agreement,
        organization_id=viewer.organization_id,
        last_on=last_on,
        said_at=clock.now(),
        said_by_id=viewer.user_id,
        words=words.strip(),
    )
    _drop_words_that_name(viewer.organization_id, agreement)
    stay = bound_parties(agreement, on=last_on + ONE_DAY)
    record(
        viewer,
        PartyLeaves(
            subject=agreement.ref, organization_id=viewer.organization_id, last_on=last_on, stay=stay.count()
        ),
    )


def _check_last_day(agreement: Agreement, last_on: date) -> None:
    version = version_in_state(agreement, VersionState.SIGNED)
    ends_on = version.ends_on if version else None
    if last_on < clock.today(agreement.timezone) or (ends_on is not None and last_on > ends_on):
        raise BadLastDay(field="last_on")


def _drop_words_that_name(organization_id: UUID, agreement: Agreement) -> None:
    """Nobody can bring words in force that wait for the signature of one who leaves."""
    offered = version_in_state(agreement, VersionState.OFFERED)
    if offered is None or not all_parties(offered).filter(organization_id=organization_id).exists():
        return
    check_step(offered.state, VersionState.DROPPED)
    offered.state = VersionState.DROPPED.value
    offered.replaced_at = clock.now()
    offered.save(update_fields=["state", "replaced_at"])
