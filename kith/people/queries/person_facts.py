"""What other rooms need to know about a person before they decide or share."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.people.policies.person import May, one_person
from kith.post.queries.safe_contact_of import safe_contact_of
from kith.post.safe_contact import SafeContact


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """The whole record. `languages`: BCP-47, the best liked in front. `safe_contact`: None means no way."""

    id: UUID
    organization_id: UUID
    owner_user_id: UUID | None
    alias: str
    name: str
    languages: tuple[str, ...]
    rough_area: str
    times: str
    access_needs: str
    interpreter_needed: bool
    has_portal: bool
    safe_contact: SafeContact | None


def person_facts(viewer: Viewer, *, person_id: UUID) -> PersonFacts:
    """The facts of one person, for the rooms that decide and share; writes no event of its own.

    Raises NotFound, or Denied for a privacy officer.
    """
    person = one_person(viewer, person_id, May.READ)
    return PersonFacts(
        id=person.id,
        organization_id=person.organization_id,
        owner_user_id=person.owner_user_id,
        alias=person.alias,
        name=person.name,
        languages=tuple(person.languages),
        rough_area=person.rough_area,
        times=person.times,
        access_needs=person.access_needs,
        interpreter_needed=person.interpreter_needed,
        has_portal=person.portal_user_id is not None,
        safe_contact=safe_contact_of(viewer, person_id=person.id),
    )
