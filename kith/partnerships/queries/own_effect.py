"""What the viewer's own organisation brings about in search: nobody is ranked by a number it cannot see."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.directory.queries.services_of import services_of
from kith.partnerships.expecting import answered_in
from kith.partnerships.policies.promise_outcome import is_side
from kith.partnerships.reading_outcomes import days_by_service

FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEffect:
    """One service: `expected_days` is what is shown, from `answers` of the last year; None: nothing is.

    `own_days` is the middle of its own answers, `usual_days` that of all services, as far as others gave five
    answers or more: fewer would tell of one of them (promise 24).
    """

    service_id: UUID
    name: str
    answers: int
    expected_days: int | None
    own_days: float | None
    usual_days: float | None


def own_effect(viewer: Viewer, *, organization_id: UUID) -> list[OwnEffect]:
    """Each service of the organisation, by name. Raises NotFound for all but its own people (promise 19)."""
    if not is_side(viewer, {organization_id}):
        raise NotFound
    days = days_by_service(viewer)
    every = sum(map(len, days.values()))
    found = []
    for line in services_of(viewer, organization_id=organization_id):
        own = answered_in(days, line.id)
        found.append(
            OwnEffect(
                service_id=line.id,
                name=line.name,
                answers=own.answers if own else 0,
                expected_days=own.expected_days if own else None,
                own_days=own.days if own else None,
                usual_days=own.usual_days if own and every - own.answers >= FEWEST else None,
            )
        )
    return found
