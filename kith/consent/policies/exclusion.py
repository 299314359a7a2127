"""Who may see and change whom a person does not want to see their things."""

from collections.abc import Callable
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.consent.models import Exclusion
from kith.consent.policies.who import (
    is_system,
    is_the_person,
    keeps_privacy_there,
    works_with_the_person,
)
from kith.core.policies.narrowing import narrowed, one
from kith.core.viewer import Viewer


class May(StrEnum):
    """What one may do with an exclusion."""

    SEE_THAT_IT_IS = "see_that_it_is"
    READ = "read"
    CHANGE = "change"


def _own(viewer: Viewer) -> Q:
    return is_system(viewer) | is_the_person(viewer) | works_with_the_person(viewer)


POLICY: dict[May, Callable[[Viewer], Q]] = {
    May.SEE_THAT_IT_IS: lambda viewer: _own(viewer) | keeps_privacy_there(viewer),
    May.READ: _own,
    May.CHANGE: _own,
}


def exclusions(viewer: Viewer, may: May) -> QuerySet[Exclusion]:
    """The exclusions that `viewer` may `may`."""
    return narrowed(Exclusion.objects.all(), POLICY, viewer, may)


def one_exclusion_to_change(viewer: Viewer, exclusion_id: UUID) -> Exclusion:
    """The exclusion, locked until the transaction ends. Raises NotFound or Denied."""
    rows = Exclusion.objects.select_for_update()
    return one(rows, POLICY, viewer, row_id=exclusion_id, may=May.CHANGE, read=May.SEE_THAT_IT_IS)
