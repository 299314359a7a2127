"""That there is a record, and no more."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.viewer import Viewer
from kith.people.policies.person import May, one_person


@dataclass(frozen=True, slots=True)
class PersonKnown:
    """A record without anything that is in it."""

    id: UUID
    organization_id: UUID
    owner_user_id: UUID | None
    since: datetime


def person_known(viewer: Viewer, *, person_id: UUID) -> PersonKnown:
    """For the privacy officer: the record exists, here, since then. Raises NotFound."""
    person = one_person(viewer, person_id, May.KNOW)
    return PersonKnown(person.id, person.organization_id, person.owner_user_id, person.since)
