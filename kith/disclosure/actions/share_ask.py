"""Tell a partner of a need, without a name."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kith.consent.facts import Discloser, PartnersWord
from kith.consent.terms import Kind, Stage
from kith.core.errors import BadInput
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.actions.keep_in_ledger import keep_in_ledger
from kith.disclosure.circumstances import Parties, decide_item, gather_held, permitted
from kith.disclosure.items import ask_items
from kith.disclosure.no_name import check_no_name
from kith.disclosure.policies.sharing import check_may_share
from kith.disclosure.sentences import raise_if_not_permitted
from kith.people.queries.person_facts import person_facts

NO_WORD_YET = PartnersWord.NOT_YET


@transaction.atomic
def share_ask(
    viewer: Viewer,
    *,
    person_id: UUID,
    recipient_id: UUID,
    contact_id: UUID | None,
    about: Ref,
    need_text: str,
) -> UUID:
    """Decide now, and write into the ledger what goes with the question. Returns the disclosure's id.

    What goes: need, language, rough area, times, access needs, as far as consent and agreement both cover
    them. Raises NotFound, Denied, ConsentMissing, SharingForbidden, NameInTheAsk, AlreadyTold, or BadInput
    without a need.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    items = ask_items(person, need_text=need_text)
    if Kind.NEED not in items:
        raise BadInput(_("Say what the person needs."), field="need_text")
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
    raise_if_not_permitted(decide_item(at, kind=Kind.NEED, stage=Stage.ASK, partners_word=NO_WORD_YET))
    decisions = permitted(at, items, stage=Stage.ASK, partners_word=NO_WORD_YET)
    check_no_name(person, [items[kind] for kind in decisions if kind is not Kind.LANGUAGE])
    return keep_in_ledger(viewer, at=at, about=about, stage=Stage.ASK, items=items, decisions=decisions)
