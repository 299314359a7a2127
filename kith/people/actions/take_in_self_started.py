"""A person begins by themselves: "please contact me"."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.events import PersonTakenIn
from kith.people.models import Person
from kith.people.wording import Wording, checked


@transaction.atomic
def take_in_self_started(
    viewer: Viewer,
    *,
    alias: str,
    languages: list[str],
    organization_id: UUID,
    owner_user_id: UUID | None,
    rough_area: str,
) -> UUID:
    """Write a new person who came by themselves, for the organisation that answers. Returns the id.

    Anyone may begin, so anyone may call this; nothing that stands can be read or changed by it. Raises
    BadInput for an empty alias, a text that is too long, or a language tag that is none.
    """
    said = checked(Wording(alias, tuple(languages), rough_area, "", ""))
    person = Person.objects.create(
        organization_id=organization_id,
        owner_user_id=owner_user_id,
        alias=said.alias,
        languages=list(said.languages),
        language_mark=said.language_mark,
        rough_area=said.rough_area,
        since=clock.now(),
    )
    record(
        viewer,
        PersonTakenIn(
            subject=person.ref,
            organization_id=organization_id,
            person_id=person.id,
            owner_user_id=owner_user_id,
        ),
    )
    return person.id
