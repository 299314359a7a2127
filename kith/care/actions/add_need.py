"""A person says what they need."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kith.care.events import NeedTold
from kith.care.models import Need
from kith.care.terms import Level, NeedDomain
from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.people.queries.person_facts import person_facts


@transaction.atomic
def add_need(
    viewer: Viewer, *, person_id: UUID, words: str, ask_words: str, domain: NeedDomain, level: Level
) -> UUID:
    """Write a need down in the person's own words, and how to put it to a partner. Returns its id.

    Raises NotFound if the viewer may not read the person, BadInput if there are no words.
    """
    person = person_facts(viewer, person_id=person_id)
    if not words.strip():
        raise BadInput(_("Write what the person said, in their words."), field="words")
    need = Need.objects.create(
        person_id=person_id,
        organization_id=person.organization_id,
        words=words.strip(),
        ask_words=ask_words.strip(),
        domain=domain.value,
        level=level.value,
        told_at=clock.now(),
        told_to_id=viewer.user_id,
    )
    record(
        viewer,
        NeedTold(
            subject=Ref("need", need.id),
            person_id=person_id,
            organization_id=person.organization_id,
            domain=domain,
        ),
    )
    return need.id
