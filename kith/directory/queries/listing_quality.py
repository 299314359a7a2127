"""Which questions a listing answers, and when it was confirmed: what weighs in the order of a search."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.policies.service import May, services
from kith.directory.reading.facts import facts_of
from kith.directory.searching.quality import ListingQuestion, answers_of


@dataclass(frozen=True, slots=True)
class ListingQuality:
    """Of one service: what people ask first and the listing says, what it does not, and who keeps it."""

    answered: tuple[ListingQuestion, ...]
    missing: tuple[ListingQuestion, ...]
    confirmed_on: date | None
    may_edit: bool
    may_keep: bool


def listing_quality(viewer: Viewer, *, organization_id: UUID) -> dict[UUID, ListingQuality]:
    """By service of this organisation. At most 10 statements."""
    rows = list(services(viewer, May.FIND).filter(organization_id=organization_id).order_by("name", "id"))
    facts = facts_of(viewer, [row.id for row in rows])
    edited = set(_ids(viewer, May.EDIT, organization_id))
    kept = set(_ids(viewer, May.CONFIRM, organization_id))
    found = {}
    for row in rows:
        answers = answers_of(row, facts)
        found[row.id] = ListingQuality(
            answered=tuple(one for one in ListingQuestion if answers[one]),
            missing=tuple(one for one in ListingQuestion if not answers[one]),
            confirmed_on=row.confirmed_at.date() if row.confirmed_at else None,
            may_edit=row.id in edited,
            may_keep=row.id in kept,
        )
    return found


def _ids(viewer: Viewer, may: May, organization_id: UUID) -> list[UUID]:
    return list(services(viewer, may).filter(organization_id=organization_id).values_list("pk", flat=True))
