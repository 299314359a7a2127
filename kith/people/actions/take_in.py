"""Begin with a person: an alias is enough."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.events import PersonTakenIn
from kith.people.models import Person
from kith.people.policies.person import organization_taking_in
from kith.people.wording import Wording, checked


@transaction.atomic
def take_in(
    viewer: Viewer, *, alias: str, languages: list[str], rough_area: str, times: str, access_needs: str
) -> UUID:
    """Write a new person whom the viewer looks after, for the viewer's organisation. Returns the id.

    Raises Denied unless the viewer is a navigator or clinician, BadInput for an empty alias, a text that
    is too long, or a language tag that is none.
    """
    organization_id = organization_taking_in(viewer)
    said = checked(Wording(alias, tuple(languages), rough_area, times, access_needs))
    person = Person.objects.create(
        organization_id=organization_id,
        owner_user_id=viewer.user_id,
        alias=said.alias,
        languages=list(said.languages),
        language_mark=said.language_mark,
        rough_area=said.rough_area,
        times=said.times,
        access_needs=said.access_needs,
        since=clock.now(),
    )
    record(
        viewer,
        PersonTakenIn(
            subject=person.ref,
            organization_id=organization_id,
            person_id=person.id,
            owner_user_id=viewer.user_id,
        ),
    )
    return person.id
