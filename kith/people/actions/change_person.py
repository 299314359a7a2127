"""Change what we know about a person."""

from uuid import UUID

from django.db import transaction

from kith.core.events import record
from kith.core.viewer import Viewer
from kith.people.events import PersonChanged
from kith.people.models import Person
from kith.people.policies.person import May, one_person_to_change
from kith.people.wording import Wording, checked


@transaction.atomic
def change_person(
    viewer: Viewer,
    *,
    person_id: UUID,
    alias: str,
    languages: list[str],
    rough_area: str,
    times: str,
    access_needs: str,
    interpreter_needed: bool,
) -> None:
    """Write these parts of the record in place of the ones before; the same again records nothing.

    Raises NotFound, Denied, or BadInput as `take_in` does.
    """
    person = one_person_to_change(viewer, person_id, May.CHANGE)
    said = checked(Wording(alias, tuple(languages), rough_area, times, access_needs))
    parts = _differing(person, said, interpreter_needed)
    if not parts:
        return
    person.alias, person.rough_area = said.alias, said.rough_area
    person.languages, person.language_mark = list(said.languages), said.language_mark
    person.times, person.access_needs = said.times, said.access_needs
    person.interpreter_needed = interpreter_needed
    person.save()
    record(
        viewer,
        PersonChanged(
            subject=person.ref, organization_id=person.organization_id, person_id=person.id, parts=parts
        ),
    )


def _differing(person: Person, said: Wording, interpreter_needed: bool) -> tuple[str, ...]:
    pairs = {
        "alias": (person.alias, said.alias),
        "languages": (person.languages, list(said.languages)),
        "rough_area": (person.rough_area, said.rough_area),
        "times": (person.times, said.times),
        "access_needs": (person.access_needs, said.access_needs),
        "interpreter_needed": (person.interpreter_needed, interpreter_needed),
    }
    return tuple(part for part, (before, after) in pairs.items() if before != after)
