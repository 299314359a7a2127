"""Who may see what was told, and who may stop it."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.consent.terms import Stage
from kith.core.ids import Ref
from kith.core.policies.narrowing import NOTHING, narrowed, one
from kith.core.viewer import Door, Role, Viewer
from kith.disclosure.kept_out import kept_from
from kith.disclosure.models import Disclosure, SharedItem

# Not Q(): an empty Q vanishes when it is joined with `|`.
EVERYTHING = ~Q(pk__in=[])


class May(StrEnum):
    """What one may do with a line of the ledger. The items are read through `what_was_shared` alone."""

    SEE_THAT_IT_IS = "see_that_it_is"
    READ = "read"
    STOP = "stop"


def _system(viewer: Viewer) -> Q:
    return EVERYTHING if viewer.is_system else NOTHING


def _own(viewer: Viewer) -> Q:
    """The person, in their own portal."""
    if viewer.door is not Door.PORTAL or viewer.person_id is None:
        return NOTHING
    return Q(person_id=viewer.person_id)


def _sent(viewer: Viewer) -> Q:
    """Navigators and clinicians of the organisation that told it."""
    return _works_for(viewer, "holder_id", Role.NAVIGATOR, Role.CLINICIAN)


def _kept_private(viewer: Viewer) -> Q:
    """The privacy officer there sees that it was told, to whom and when."""
    return _works_for(viewer, "holder_id", Role.PRIVACY_OFFICER)


def _received(viewer: Viewer) -> Q:
    """Those who answer for the partner that was told, but nobody whom the person keeps out."""
    theirs = _works_for(viewer, "recipient_id", Role.COORDINATOR, Role.NAVIGATOR, Role.CLINICIAN)
    return theirs if theirs == NOTHING else theirs & ~kept_from(viewer)


def _received_by_link(viewer: Viewer) -> Q:
    """Whoever holds the partner's link to this one record."""
    if viewer.door is not Door.ANSWER or viewer.only is None or viewer.organization_id is None:
        return NOTHING
    return Q(about_kind=viewer.only.kind, about_id=viewer.only.id, recipient_id=viewer.organization_id)


def _works_for(viewer: Viewer, side: str, *roles: Role) -> Q:
    if viewer.only is not None or viewer.person_id is not None or not viewer.has(*roles):
        return NOTHING
    return Q(**{side: viewer.organization_id})


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.SEE_THAT_IT_IS: lambda v: _system(v) | _own(v) | _sent(v) | _kept_private(v),
    May.READ: lambda v: _system(v) | _own(v) | _sent(v) | _received(v) | _received_by_link(v),
    May.STOP: lambda v: _system(v) | _own(v) | _sent(v),
}


def disclosures(viewer: Viewer, may: May) -> QuerySet[Disclosure]:
    """The lines of the ledger that `viewer` may `may`."""
    return narrowed(Disclosure.objects.all(), POLICY, viewer, may)


def one_disclosure(viewer: Viewer, disclosure_id: UUID) -> Disclosure:
    """The line of the ledger, to read. Raises NotFound."""
    return one(Disclosure.objects.all(), POLICY, viewer, row_id=disclosure_id, may=May.READ, read=May.READ)


def told_lines(viewer: Viewer, *, about: Ref, recipient_id: UUID, stage: Stage) -> QuerySet[Disclosure]:
    """What this partner was told about one record at one stage, and not stopped, as far as may be read."""
    return disclosures(viewer, May.READ).filter(
        about_kind=about.kind,
        about_id=about.id,
        recipient_id=recipient_id,
        stage=stage.value,
        stopped_at=None,
    )


def items_of(viewer: Viewer, disclosure_ids: list[UUID], may: May) -> QuerySet[SharedItem]:
    """What was told in these lines, as far as `viewer` may `may` them."""
    lines = disclosures(viewer, may).filter(id__in=disclosure_ids)
    return SharedItem.objects.filter(disclosure_id__in=lines.values("id")).order_by("id")
