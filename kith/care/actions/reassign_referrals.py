"""Someone has left: what they owned goes to one who is there."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from kith.accounts.queries.away_now import away_now
from kith.accounts.queries.colleagues import colleagues
from kith.care.events import ReferralHandedOver
from kith.care.models import Referral
from kith.care.policies.referral import OPEN, WORKERS, May, referrals
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.queries.person_facts import person_facts
from kith.post.actions.pass_on_messages import pass_on_messages


@transaction.atomic
def reassign_referrals(viewer: Viewer, *, user_id: UUID, organization_id: UUID) -> int:
    """Give the open referrals of one who no longer helps people there to one who does; returns how many.

    The person's own worker comes first, else the first by name, of those who are not away; the messages about
    each referral go with it.
    Nothing changes while they still help people there, or where nobody else does.
    """
    there = replace(viewer, organization_id=organization_id)
    helpers = [one.user_id for one in colleagues(there) if one.roles.intersection(WORKERS)]
    if not helpers or user_id in helpers:
        return 0
    owned = referrals(viewer, May.TEND).filter(owner_id=user_id, sender_id=organization_id, status__in=OPEN)
    away = {line.user_id for line in away_now(there)}
    present = [one for one in helpers if one not in away] or helpers
    rows = list(owned.select_for_update(of=("self",)))
    for referral in rows:
        _give(viewer, referral, present)
    return len(rows)


def _give(viewer: Viewer, referral: Referral, helpers: list[UUID]) -> None:
    own_worker = person_facts(viewer, person_id=referral.person_id).owner_user_id
    new_owner_id = own_worker if own_worker in helpers else helpers[0]
    referral.owner_id = new_owner_id
    referral.save(update_fields=["owner"])
    pass_on_messages(viewer, about=referral.ref, to_user_id=new_owner_id)
    record(
        viewer,
        ReferralHandedOver(
            subject=referral.ref,
            person_id=referral.person_id,
            organization_id=referral.sender_id,
            new_owner_id=new_owner_id,
        ),
    )
