"""Words are seen by those who sign them; a draft by its writers."""

from collections.abc import Callable, Collection, Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.core.errors import NotFound
from kith.core.policies.narrowing import NOTHING, narrowed
from kith.core.viewer import Viewer
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import (
    May,
    agreements,
    agreements_left,
    sees_every_agreement,
    sees_some_agreements,
)
from kith.partnerships.terms import VersionState

NEWEST_WORDS = {
    VersionState.SIGNED: 0,
    VersionState.OFFERED: 1,
    VersionState.DRAFT: 2,
    VersionState.REPLACED: 3,
    VersionState.DROPPED: 4,
}
"""Which words stand for an agreement: those that bind, else those on the table, else one's own."""


def _of_agreements(may: May) -> Callable[[Viewer], Q]:
    return lambda viewer: Q(_whose_agreement(viewer, may)) & _seen(viewer)


def _whose_agreement(viewer: Viewer, may: May) -> Exists:
    """Asked of each row: a reader of one pair of parties must not gather all agreements of a busy one."""
    return Exists(agreements(viewer, may).filter(pk=OuterRef("agreement_id")))


def _seen(viewer: Viewer) -> Q:
    """No words another side has not offered, none that name us nowhere; having left, only what we signed."""
    offered = Q(offered_at__isnull=False)
    if viewer.organization_id is None:
        return offered
    ours = AgreementParty.objects.filter(organization_id=viewer.organization_id, version_id=OuterRef("pk"))
    signed = Q(Exists(ours.filter(signed_at__isnull=False)))
    stays = ~Q(agreement_id__in=agreements_left(viewer.organization_id))
    return Q(written_by_id=viewer.organization_id) | (offered & Q(Exists(ours)) & (stays | signed))


def _ours_to_write(viewer: Viewer) -> Q:
    """Words that the viewer's organisation writes, while nobody else sees them."""
    if viewer.organization_id is None:
        return NOTHING
    draft = Q(state=VersionState.DRAFT.value, written_by_id=viewer.organization_id)
    return draft & Q(agreement_id__in=agreements(viewer, May.CHANGE).values("pk"))


POLICY: dict[May, Callable[[Viewer], Q]] = {
    **{may: _of_agreements(may) for may in May},
    May.CHANGE: _ours_to_write,
}


def versions(viewer: Viewer, may: May) -> QuerySet[Version]:
    """The wordings that `viewer` may `may`, the newest first."""
    return narrowed(Version.objects.order_by("-number", "-pk"), POLICY, viewer, may)


def sees_all_that_both_signed(viewer: Viewer, sides: Collection[UUID]) -> bool:
    """True where `viewer` may find the way by all offered words that these have signed, and by no others.

    Whoever has signed words has part in them and goes on to see them: for them it only matters whether there
    is a way at all. Who acts for nobody sees all that was offered, or none.
    """
    if viewer.organization_id is None:
        return sees_every_agreement(viewer, May.ROUTE)
    return viewer.organization_id in sides and sees_some_agreements(viewer, May.ROUTE)


def shown_versions(viewer: Viewer, agreement_ids: Iterable[UUID]) -> dict[UUID, Version]:
    """The words that stand for each of these agreements, by agreement. One statement."""
    rows = versions(viewer, May.READ).filter(agreement_id__in=list(agreement_ids))
    found: dict[UUID, Version] = {}
    for row in sorted(rows, key=lambda row: (NEWEST_WORDS[VersionState(row.state)], -row.number)):
        found.setdefault(row.agreement_id, row)
    return found


def one_version(viewer: Viewer, agreement_id: UUID, state: VersionState) -> Version:
    """The newest words of this agreement in this state that the viewer may read. Raises NotFound."""
    found = _newest(viewer, agreement_id, state)
    if found is None:
        raise NotFound
    return found


def words_on_the_table(viewer: Viewer, agreement_id: UUID) -> Version | None:
    """The words of this agreement that wait for signatures, if the viewer may read them."""
    return _newest(viewer, agreement_id, VersionState.OFFERED)


def _newest(viewer: Viewer, agreement_id: UUID, state: VersionState) -> Version | None:
    return versions(viewer, May.READ).filter(agreement_id=agreement_id, state=state.value).first()


def one_version_numbered(viewer: Viewer, agreement_id: UUID, number: int) -> Version:
    """The words of this agreement with this number, if the viewer may read them. Raises NotFound."""
    found = versions(viewer, May.READ).filter(agreement_id=agreement_id, number=number).first()
    if found is None:
        raise NotFound
    return found


def own_draft(viewer: Viewer, agreement_id: UUID) -> Version | None:
    """The draft of the viewer's organisation, found for a change."""
    return versions(viewer, May.CHANGE).filter(agreement_id=agreement_id).first()


def version_in_state(agreement: Agreement, state: VersionState) -> Version | None:
    """The words in this state of an agreement that its own policy has found for a change."""
    return Version.objects.filter(agreement_id=agreement.pk, state=state.value).order_by("-number").first()


def highest_number(agreement: Agreement) -> int:
    """The number of the newest words of an agreement found for a change; 0 where there are none."""
    newest = Version.objects.filter(agreement_id=agreement.pk).order_by("-number").first()
    return newest.number if newest else 0
