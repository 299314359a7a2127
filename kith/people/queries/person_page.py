"""One person's record, as it is opened on a screen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language

from kith.core.events import record
from kith.core.languages import language_name
from kith.core.viewer import Viewer
from kith.people.events import PersonSeen
from kith.people.policies.person import May, one_person, persons
from kith.post.queries.safe_contact_of import safe_contact_of
from kith.post.safe_contact import SafeContact


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """The record and what the viewer may do with it."""

    id: UUID
    organization_id: UUID
    owner_user_id: UUID | None
    alias: str
    name: str
    languages: tuple[str, ...]
    language_names: tuple[str, ...]
    rough_area: str
    times: str
    access_needs: str
    interpreter_needed: bool
    safe_contact: SafeContact | None
    has_portal: bool
    is_invited: bool
    since: datetime
    may_change: bool
    may_open_portal: bool
    may_hand_over: bool


@transaction.atomic
def person_page(viewer: Viewer, *, person_id: UUID) -> PersonPage:
    """The record of one person; that it was opened is recorded, in a transaction of its own.

    Raises NotFound, or Denied for a privacy officer.
    """
    person = one_person(viewer, person_id, May.READ)
    record(
        viewer,
        PersonSeen(subject=person.ref, organization_id=person.organization_id, person_id=person.id),
    )
    shown_in = get_language() or "en"
    return PersonPage(
        id=person.id,
        organization_id=person.organization_id,
        owner_user_id=person.owner_user_id,
        alias=person.alias,
        name=person.name,
        languages=tuple(person.languages),
        language_names=tuple(language_name(tag, shown_in=shown_in) for tag in person.languages),
        rough_area=person.rough_area,
        times=person.times,
        access_needs=person.access_needs,
        interpreter_needed=person.interpreter_needed,
        safe_contact=safe_contact_of(viewer, person_id=person.id),
        has_portal=person.portal_user_id is not None,
        is_invited=person.portal_invitation_id is not None,
        since=person.since,
        may_change=_may(viewer, person_id, May.CHANGE),
        may_open_portal=_may(viewer, person_id, May.OPEN_PORTAL),
        may_hand_over=_may(viewer, person_id, May.HAND_OVER),
    )


def _may(viewer: Viewer, person_id: UUID, may: May) -> bool:
    return persons(viewer, may).filter(pk=person_id).exists()
