"""After a partner's yes, tell its named contact the name and how to reach the person."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.consent.facts import Discloser, PartnersWord
from kith.consent.terms import Kind, Stage
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.actions.keep_in_ledger import keep_in_ledger
from kith.disclosure.circumstances import Parties, decide_item, gather_held, permitted
from kith.disclosure.items import name_items
from kith.disclosure.policies.disclosure import told_lines
from kith.disclosure.policies.sharing import check_may_share
from kith.disclosure.sentences import raise_if_not_permitted
from kith.people.queries.person_facts import person_facts


@transaction.atomic
def share_name(
    viewer: Viewer,
    *,
    person_id: UUID,
    recipient_id: UUID,
    contact_id: UUID,
    about: Ref,
    said_yes_at: datetime | None,
) -> UUID:
    """Decide again now, and write name and safe contact into the ledger. Returns the disclosure's id.

    `said_yes_at` is when the partner said yes to the question about the same record: it counts only after
    that question was shared and until now. Raises NotFound, Denied, ConsentMissing, SharingForbidden or
    AlreadyTold.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    at = gather_held(
        Parties(
            person_id=person_id,
            holder_id=person.organization_id,
            recipient_id=recipient_id,
            contact_id=contact_id,
            about=about,
        ),
        discloser=Discloser.HOLDS_THE_RECORD,
    )
    word = _partners_word(viewer, about, recipient_id, said_yes_at)
    raise_if_not_permitted(decide_item(at, kind=Kind.NAME, stage=Stage.NAME, partners_word=word))
    items = name_items(person)
    decisions = permitted(at, items, stage=Stage.NAME, partners_word=word)
    return keep_in_ledger(viewer, at=at, about=about, stage=Stage.NAME, items=items, decisions=decisions)


def _partners_word(
    viewer: Viewer, about: Ref, recipient_id: UUID, said_yes_at: datetime | None
) -> PartnersWord:
    """A yes counts if it answers a question that was shared, and is not in the future."""
    if said_yes_at is None or said_yes_at > clock.now():
        return PartnersWord.NOT_YET
    asked = told_lines(viewer, about=about, recipient_id=recipient_id, stage=Stage.ASK)
    is_answer = asked.filter(told_at__lte=said_yes_at).exists()
    return PartnersWord.SAID_YES if is_answer else PartnersWord.NOT_YET
