"""Agreements of the town that live: one changed for a while, one published for a seat, one that rests."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from kith.accounts.models import User
from kith.accounts.queries.viewer_of import viewer_of
from kith.core import clock
from kith.core.viewer import Door, Viewer
from kith.partnerships.actions.ask_variation import ask_variation
from kith.partnerships.actions.publish_agreement import publish_agreement
from kith.partnerships.actions.suspend_agreement import suspend_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.life_terms import SuspendReason
from kith.partnerships.terms import PartyRole, VariationReason
from kith.partnerships.wording import Party
from tests.factories.living import living, owed
from tests.factories.partnerships import SYSTEM, a_partner


def lives_of_the_town() -> Mapping[str, Sequence[object]]:
    """Ids for pages of an agreement that is signed: the manager and the coordinator are its parties."""
    manager, coordinator = (_login(login) for login in ("partnerships", "coordinator"))
    assert coordinator.organization_id is not None
    promise = owed(coordinator.organization_id, ResponsePromise(days=2))
    living_one = living(manager, [coordinator.organization_id], [promise])
    changed = a_change(coordinator, living_one, promise)
    seat = Party(coordinator.organization_id, PartyRole.COMMUNITY_SEAT, must_sign=False)
    published = living(manager, [a_partner(SYSTEM, "The elders' house")], more=[seat])
    publish_agreement(manager, agreement_id=published)
    resting = living(manager, [coordinator.organization_id])
    suspend_agreement(
        manager, agreement_id=resting, reason=SuspendReason.MONEY, words="Until the grant comes."
    )
    pages = ("agreement_life", "leave_agreement", "note_review", "renew_agreement", "suspend_agreement")
    return {
        "variation_id": [changed],
        "ask_variation.clause_key": [promise.key],
        "ask_variation.agreement_id": [living_one],
        "resume_agreement.agreement_id": [resting],
        "published_agreement.agreement_id": [published],
        **{f"{name}.agreement_id": [living_one] for name in pages},
    }


def a_change(viewer: Viewer, agreement_id: UUID, promise: StatedClause, words: str = "Two are away.") -> UUID:
    """The viewer's organisation asks for more days for a while."""
    today = clock.today("UTC")
    return ask_variation(
        viewer,
        agreement_id=agreement_id,
        clause_key=promise.key,
        changes={"days": 5},
        reason=VariationReason.STAFF_AWAY,
        words=words,
        first_on=today + timedelta(days=1),
        last_on=today + timedelta(days=14),
    )


def _login(login: str) -> Viewer:
    user = User.objects.get(email=f"{login}@demo.example")
    return viewer_of(Viewer.nobody(Door.STAFF), user_id=user.pk, organization_id=None)
