"""Offering the same words for another time."""

from datetime import date
from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import Denied, StatusConflict
from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.sign_agreement import sign_agreement
from kith.partnerships.life_errors import BadRenewal, OtherWordsOffered
from kith.partnerships.lifecycle.agreement import may_be_left
from kith.partnerships.models import Agreement, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_clauses, all_parties
from kith.partnerships.policies.version import highest_number, version_in_state
from kith.partnerships.policies.withdrawal import all_withdrawals
from kith.partnerships.renewal import renewed, without
from kith.partnerships.stored import wording_of
from kith.partnerships.terms import VersionState
from kith.partnerships.wording import Wording


@transaction.atomic
def renew_agreement(
    viewer: Viewer,
    *,
    agreement_id: UUID,
    review_on: date | None,
    ends_on: date | None,
    name: str,
    role_title: str,
) -> None:
    """Offer the words that bind with new dates to all who stay, and sign them for the viewer's organisation.

    The others sign for themselves; until the last has, the words of now go on binding. One that has run out
    begins anew today. Raises NotFound, Denied, OtherWordsOffered, BadRenewal, NameMissing, StatusConflict
    unless it is in force or suspended, or what `check_wording` finds.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.STEER)
    if version_in_state(agreement, VersionState.OFFERED) is not None:
        raise OtherWordsOffered
    signed = version_in_state(agreement, VersionState.SIGNED)
    if signed is None or not may_be_left(agreement.status):
        raise StatusConflict
    if viewer.organization_id is None:
        raise Denied
    wording = _renewed(agreement, signed, review_on, ends_on)
    draft = Version.objects.create(
        agreement=agreement,
        number=highest_number(agreement) + 1,
        based_on=signed.number,
        starts_on=wording.starts_on,
        written_by_id=viewer.organization_id,
        written_at=clock.now(),
    )
    change_draft(viewer, agreement_id=agreement_id, wording=wording)
    propose_draft(viewer, agreement_id=agreement_id)
    draft.refresh_from_db()
    sign_agreement(
        viewer, agreement_id=agreement_id, seen_digest=draft.text_digest, name=name, role_title=role_title
    )


def _renewed(agreement: Agreement, signed: Version, review_on: date | None, ends_on: date | None) -> Wording:
    today = clock.today(agreement.timezone)
    if (review_on, ends_on) == (signed.review_on, signed.ends_on):
        raise BadRenewal(field="ends_on")
    for field, day in (("review_on", review_on), ("ends_on", ends_on)):
        if day is not None and day <= today:
            raise BadRenewal(field=field)
    has_run_out = signed.ends_on is not None and signed.ends_on < today
    gone = frozenset(all_withdrawals(agreement).values_list("organization_id", flat=True))
    return renewed(
        without(wording_of(signed, all_parties(signed), all_clauses(signed)), gone),
        starts_on=today if has_run_out else signed.starts_on,
        review_on=review_on,
        ends_on=ends_on,
    )
