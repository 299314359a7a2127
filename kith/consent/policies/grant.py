"""Who may see and change what a person agreed to."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.consent.models import ConsentDirective, ConsentGrant
from kith.consent.policies.who import (
    is_system,
    is_the_person,
    keeps_privacy_there,
    works_with_the_person,
)
from kith.core.policies.narrowing import narrowed, one
from kith.core.viewer import Viewer


class May(StrEnum):
    """What one may do with a consent."""

    SEE_THAT_IT_IS = "see_that_it_is"
    READ = "read"
    GIVE = "give"
    CHANGE = "change"


def _own(viewer: Viewer) -> Q:
    return is_system(viewer) | is_the_person(viewer) | works_with_the_person(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.SEE_THAT_IT_IS: lambda viewer: _own(viewer) | keeps_privacy_there(viewer),
    May.READ: _own,
    May.GIVE: _own,
    May.CHANGE: _own,
}


def grants(viewer: Viewer, may: May) -> QuerySet[ConsentGrant]:
    """The consents that `viewer` may `may`."""
    return narrowed(ConsentGrant.objects.all(), POLICY, viewer, may)


def one_grant(viewer: Viewer, consent_id: UUID, may: May) -> ConsentGrant:
    """The consent. Raises NotFound or Denied."""
    rows = ConsentGrant.objects.all()
    return one(rows, POLICY, viewer, row_id=consent_id, may=may, read=May.SEE_THAT_IT_IS)


def held_grants(viewer: Viewer, may: May, *, person_id: UUID) -> list[ConsentGrant]:
    """The person's consents, all locked in one order: one change or one sharing of a person at a time."""
    rows = grants(viewer, may).filter(person_id=person_id)
    return list(rows.select_for_update().order_by("id"))


def directives(viewer: Viewer, may: May) -> QuerySet[ConsentDirective]:
    """The words of the consents that `viewer` may `may`."""
    return narrowed(ConsentDirective.objects.all(), POLICY, viewer, may)
