"""The people whom an organisation looks after."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.people.policies.person import May, persons
from kith.people.terms import PEOPLE_A_PAGE


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person, by the name they are called by."""

    id: UUID
    alias: str
    owner_user_id: UUID | None
    languages: tuple[str, ...]
    since: datetime


def people_list(viewer: Viewer, *, page: int) -> list[PersonLine]:
    """The people whose record the viewer may read, newest first, 100 a page; page 1 is the first."""
    start = (max(page, 1) - 1) * PEOPLE_A_PAGE
    rows = persons(viewer, May.READ).order_by("-since", "-id")[start : start + PEOPLE_A_PAGE]
    return [
        PersonLine(row.id, row.alias, row.owner_user_id, tuple(row.languages), row.since)
        for row in rows.only("id", "alias", "owner_user_id", "languages", "since")
    ]
