"""Who may see an agreement, and who may do what with it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core import clock
from kith.core.errors import Denied
from kith.core.policies.narrowing import ALL, NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.models import Agreement, AgreementParty, Withdrawal
from kith.partnerships.terms import AgreementStatus, VersionState

READERS = (
    Role.NAVIGATOR,
    Role.CLINICIAN,
    Role.PARTNERSHIP_MANAGER,
    Role.COORDINATOR,
    Role.ADMIN,
)
SIGNERS = (Role.PARTNERSHIP_MANAGER, Role.COORDINATOR, Role.ADMIN)
MAKERS = (Role.PARTNERSHIP_MANAGER,)
ENDED = AgreementStatus.ENDED.value
"""Who could end it hears that it has ended, and not that they may not."""
DAY_OVER_EVERYWHERE = "Etc/GMT+12"
"""Where a day ends last. An agreement's own zone decides; until here a party that leaves is not shut out."""
AGREEMENT, PROPOSAL = "agreement", "link"
"""What a link is about: one agreement; or the link itself, by which one is proposed."""


class May(StrEnum):
    """What may be done with an agreement."""

    READ = "read"
    ROUTE = "route"
    CHANGE = "change"
    SIGN = "sign"
    END = "end"
    STEER = "steer"
    VARY = "vary"
    FOLLOW = "follow"
    NOTE_PHONED = "note_phoned"


def _party(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of an organisation that signs or has signed. A draft is its writers' alone."""
    return _takes_part(viewer) if viewer.has(*roles) else NOTHING


def _takes_part(viewer: Viewer) -> Q:
    """An organisation that signs, or has signed, words that were offered; or writes words of its own."""
    if viewer.organization_id is None:
        return NOTHING
    seen = _signing(viewer.organization_id).filter(
        Q(version__offered_at__isnull=False) | Q(version__written_by_id=viewer.organization_id)
    )
    return Q(Exists(seen.filter(version__agreement_id=OuterRef("pk"))))


def _signing(organization_id: UUID) -> QuerySet[AgreementParty]:
    """This organisation's parts in words that it is to sign, or has signed."""
    return AgreementParty.objects.filter(
        Q(must_sign=True) | Q(signed_at__isnull=False), organization_id=organization_id
    )


def _stays(viewer: Viewer, *roles: Role) -> Q:
    """Members, in these roles, of an organisation that signed the words that bind, and has not left."""
    if viewer.organization_id is None or not viewer.has(*roles):
        return NOTHING
    signed = AgreementParty.objects.filter(
        organization_id=viewer.organization_id,
        signed_at__isnull=False,
        version__state=VersionState.SIGNED.value,
    )
    return Q(pk__in=signed.values("version__agreement_id")) & ~Q(
        pk__in=agreements_left(viewer.organization_id)
    )


def _decides(viewer: Viewer) -> Q:
    """Partnership managers of who signs words on the table, or writes own: not who was left out of them."""
    if viewer.organization_id is None or not viewer.has(*MAKERS):
        return NOTHING
    now = _signing(viewer.organization_id).filter(
        Q(version__state=VersionState.OFFERED.value)
        | Q(version__state=VersionState.DRAFT.value, version__written_by_id=viewer.organization_id)
    )
    return Q(Exists(now.filter(version__agreement_id=OuterRef("pk"))))


def _may_end(viewer: Viewer) -> Q:
    """What binds nobody yet: who decides about it. What binds: who is bound; never who is asked to join."""
    own_draft = _began(viewer) & Q(status__in=[AgreementStatus.DRAFT.value, ENDED])
    proposal = _decides(viewer) & Q(status__in=[AgreementStatus.PROPOSED.value, ENDED])
    return own_draft | proposal | _stays(viewer, *MAKERS)


def agreements_left(organization_id: UUID) -> QuerySet[Withdrawal, UUID]:
    """The ids of the agreements that this organisation has left."""
    left = Withdrawal.objects.filter(
        organization_id=organization_id, last_on__lt=clock.today(DAY_OVER_EVERYWHERE)
    )
    return left.values_list("agreement_id", flat=True)


def _began(viewer: Viewer) -> Q:
    """The partnership managers of the organisation that began it."""
    return Q(drafted_by_id=viewer.organization_id) if viewer.has(*MAKERS) else NOTHING


def _asked_by_link(viewer: Viewer) -> Q:
    """Whoever answers one ask for an organisation that takes part."""
    is_link = viewer.door is Door.ANSWER and viewer.only is not None
    return _takes_part(viewer) if is_link and not _is_about(viewer, AGREEMENT, PROPOSAL) else NOTHING


def _by_own_link(viewer: Viewer) -> Q:
    """The named person who came by the link to this one agreement, for an organisation that takes part."""
    if viewer.only is None or not _is_about(viewer, AGREEMENT):
        return NOTHING
    return _takes_part(viewer) & Q(pk=viewer.only.id)


def _proposing_by_link(viewer: Viewer) -> Q:
    """The named person who came by the link to propose one: what their organisation begins in this moment."""
    if not _is_about(viewer, PROPOSAL):
        return NOTHING
    return Q(drafted_by_id=viewer.organization_id, status=AgreementStatus.DRAFT.value)


def _is_about(viewer: Viewer, *kinds: str) -> bool:
    """True for who came by a link to one record of these kinds, for an organisation."""
    if viewer.door is not Door.ANSWER or viewer.organization_id is None:
        return False
    return viewer.only is not None and viewer.only.kind in kinds


def _own_page(viewer: Viewer) -> Q:
    """A person in the portal: what binds those who ask for her."""
    return ALL if viewer.door is Door.PORTAL and viewer.person_id is not None else NOTHING


def _system(viewer: Viewer) -> Q:
    """Kith itself."""
    return ALL if viewer.is_system else NOTHING


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.READ: lambda v: _party(v, *READERS) | _began(v) | _by_own_link(v) | _system(v),
    May.ROUTE: lambda v: _party(v, *READERS) | _asked_by_link(v) | _own_page(v) | _system(v),
    May.CHANGE: lambda v: _party(v, *MAKERS) | _began(v) | _by_own_link(v) | _proposing_by_link(v),
    May.SIGN: lambda v: _party(v, *SIGNERS) | _by_own_link(v),
    May.END: lambda v: _may_end(v) | _system(v),
    May.STEER: lambda v: _stays(v, *MAKERS),
    May.VARY: lambda v: _stays(v, *SIGNERS),
    May.FOLLOW: lambda v: _stays(v, *READERS) | _system(v),
    May.NOTE_PHONED: _decides,
}


@lru_cache(maxsize=1024)
def sees_some_agreements(viewer: Viewer, may: May) -> bool:
    """True where the policy has a way at all for this viewer: that follows from nothing but who it is."""
    return POLICY[may](viewer) != NOTHING


def sees_every_agreement(viewer: Viewer, may: May) -> bool:
    """True where the policy asks this viewer for nothing."""
    return POLICY[may](viewer) == ALL


def agreements(viewer: Viewer, may: May) -> QuerySet[Agreement]:
    """The agreements that `viewer` may `may`."""
    return narrowed(Agreement.objects.all(), POLICY, viewer, may)


def one_agreement(viewer: Viewer, agreement_id: UUID, may: May) -> Agreement:
    """The agreement with this id. Raises NotFound or Denied."""
    return one(Agreement.objects.all(), POLICY, viewer, row_id=agreement_id, may=may, read=May.READ)


def one_agreement_to_change(viewer: Viewer, agreement_id: UUID, may: May) -> Agreement:
    """As `one_agreement`, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Agreement.objects.select_for_update(of=("self",))
    return one(rows, POLICY, viewer, row_id=agreement_id, may=may, read=May.READ)


def check_may_draft(viewer: Viewer, *, organization_ids: Iterable[UUID]) -> None:
    """Raises Denied unless a partnership manager, or who came by a link to it, writes for a party."""
    may_write = viewer.has(*MAKERS) or _is_about(viewer, AGREEMENT, PROPOSAL)
    if not may_write or viewer.organization_id not in set(organization_ids):
        raise Denied
