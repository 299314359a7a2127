"""A person stops all sharing."""

from uuid import UUID

from django.db import transaction

from kith.consent.actions.withdraw_all import withdraw_all
from kith.consent.views_of import Told
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.policies.disclosure import May, disclosures
from kith.disclosure.policies.sharing import check_may_share
from kith.disclosure.stopping import open_lines, stop_lines
from kith.people.queries.person_facts import person_facts


@transaction.atomic
def stop_all_sharing(viewer: Viewer, *, person_id: UUID) -> None:
    """Take back every yes of this person, hide all that was told, stop all that waits to go out.

    One SharingStopped a partner. Raises NotFound or Denied.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    withdraw_all(viewer, person_id=person_id)
    told = disclosures(viewer, May.STOP).filter(person_id=person_id, stopped_at=None)
    for holder_id, recipient_id in sorted(set(told.values_list("holder_id", "recipient_id"))):
        partner = Told(person_id=person_id, holder_id=holder_id, recipient_id=recipient_id)
        stop_lines(viewer, partner, open_lines(viewer, partner), subject=Ref("person", person_id))
