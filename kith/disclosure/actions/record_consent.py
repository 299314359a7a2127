"""Write down that a person agreed to tell a partner."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from kith.consent.actions.give_consent import give_consent
from kith.consent.facts import Contact
from kith.consent.terms import GivenHow, Kind, SharePurpose
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.circumstances import contact_of
from kith.disclosure.errors import NotTheirContact
from kith.disclosure.policies.sharing import check_may_share, is_the_person
from kith.people.queries.person_facts import person_facts


@transaction.atomic
def record_consent(
    viewer: Viewer,
    *,
    person_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
    kinds: Iterable[Kind],
    until: date,
    words: str,
    language: str,
    interpreted_into: str,
    given_how: GivenHow,
    interpreter: str,
) -> UUID:
    """Keep the yes to tell this partner (this human there) these kinds, to arrange help. Returns its id.

    It lets nothing leave but for the record `about`. A signed-in worker is kept as the one who was there.
    Raises NotFound or Denied for a person who is not the viewer's, NotTheirContact, or what `give_consent`
    raises.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    if contact_id is not None and contact_of(recipient_id, contact_id) is not Contact.NAMED:
        raise NotTheirContact(field="contact_id")
    return give_consent(
        viewer,
        person_id=person_id,
        holder_id=person.organization_id,
        recipient_id=recipient_id,
        contact_id=contact_id,
        about=about,
        kinds=kinds,
        purpose=SharePurpose.ARRANGE_HELP,
        until=until,
        words=words,
        language=language,
        interpreted_into=interpreted_into,
        given_how=given_how,
        worker_id=None if is_the_person(viewer, person_id=person_id) else viewer.user_id,
        interpreter=interpreter,
    )
