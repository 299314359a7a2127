"""Who may see a referral, and who may do what with it."""

from collections.abc import Callable, Collection
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.care.models import OPEN_STATUSES, Referral
from kith.care.terms import ReferralStatus
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.disclosure.kept_out import kept_from

OPEN = tuple(OPEN_STATUSES)
WORKERS = (Role.NAVIGATOR, Role.CLINICIAN)
ANSWERERS = (Role.COORDINATOR, Role.NAVIGATOR, Role.CLINICIAN)


class May(StrEnum):
    """What may be done with a referral."""

    READ = "read"
    READ_AS_RECEIVER = "read_as_receiver"
    PREPARE = "prepare"
    ANSWER = "answer"
    CHOOSE = "choose"
    REPORT = "report"
    SPEAK = "speak"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"
    GIVE_CODE = "give_code"
    TEND = "tend"


def _sent(viewer: Viewer) -> Q:
    """Workers of the organisation that asks."""
    return Q(sender_id=viewer.organization_id) if viewer.has(*WORKERS) else NOTHING


def _owned(viewer: Viewer) -> Q:
    """The one worker of the organisation that asks who has it now."""
    return _sent(viewer) & Q(owner_id=viewer.user_id) if viewer.user_id else NOTHING


def _received(viewer: Viewer) -> Q:
    """Those who answer for the organisation that was asked; a draft is not theirs.

    Nor is anything of a person who keeps this human out (promise 2).
    """
    if not viewer.has(*ANSWERERS):
        return NOTHING
    return (
        Q(receiver_id=viewer.organization_id)
        & ~Q(status=ReferralStatus.DRAFT.value)
        & Q(asked_at__isnull=False)
        & ~kept_from(viewer)
    )


def _own(viewer: Viewer) -> Q:
    """The person herself, in the portal."""
    is_portal = viewer.door is Door.PORTAL and viewer.person_id is not None
    return Q(person_id=viewer.person_id) if is_portal else NOTHING


def _by_link(viewer: Viewer) -> Q:
    """Whoever holds the link to this one referral."""
    holds = viewer.door is Door.ANSWER and viewer.only is not None and viewer.only.kind == "referral"
    if not holds or viewer.only is None:
        return NOTHING
    return Q(pk=viewer.only.id) & Q(receiver_id=viewer.organization_id) & Q(asked_at__isnull=False)


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _sent(v) | _received(v) | _own(v) | _by_link(v) | _system(v),
    May.READ_AS_RECEIVER: lambda v: _received(v) | _by_link(v) | _system(v),
    May.PREPARE: _sent,
    May.ANSWER: lambda v: _sent(v) | _received(v) | _by_link(v),
    May.CHOOSE: lambda v: _sent(v) | _own(v),
    May.REPORT: lambda v: _sent(v) | _received(v) | _by_link(v),
    May.SPEAK: lambda v: _sent(v) | _own(v),
    May.CLOSE: _sent,
    May.WITHDRAW: lambda v: _sent(v) | _own(v) | _system(v),
    May.HAND_OVER: _sent,
    May.GIVE_CODE: _owned,
    May.TEND: _system,
}


def referrals(viewer: Viewer, may: May) -> QuerySet[Referral]:
    """The referrals that `viewer` may `may`."""
    return narrowed(Referral.objects.all(), POLICY, viewer, may)


def one_referral(viewer: Viewer, referral_id: UUID, may: May) -> Referral:
    """The referral with this id. Raises NotFound or Denied."""
    return one(Referral.objects.all(), POLICY, viewer, row_id=referral_id, may=may, read=May.READ)


def one_referral_to_change(viewer: Viewer, referral_id: UUID, may: May) -> Referral:
    """As `one_referral`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Referral.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=referral_id, may=may, read=May.READ)


def open_asks_of(viewer: Viewer, *, receiver_id: UUID) -> int:
    """How many asks this receiver has not answered yet, over all senders: a count, no records."""
    del viewer
    return Referral.objects.filter(receiver_id=receiver_id, status=ReferralStatus.ASKED.value).count()


def is_open_elsewhere(*, need_id: UUID, service_id: UUID) -> bool:
    """True if the same need is already open at the same service."""
    return Referral.objects.filter(need_id=need_id, service_id=service_id, status__in=OPEN_STATUSES).exists()


def services_tried(viewer: Viewer, *, need_id: UUID) -> list[tuple[UUID, UUID, str]]:
    """Referral id, service id and status of everything asked for a need; for Kith itself only."""
    rows = narrowed(Referral.objects.all(), POLICY, viewer, May.TEND).filter(need_id=need_id)
    return list(rows.values_list("pk", "service_id", "status"))


def referrals_to(viewer: Viewer, *, people: Collection[UUID]) -> set[UUID]:
    """The ids of what the viewer's organisation was asked for these people, to be left out of a trail."""
    asked = Referral.objects.filter(receiver_id=viewer.organization_id, person_id__in=people)
    return set(asked.values_list("pk", flat=True))
