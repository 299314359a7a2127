"""Whether a partner may be told, before anyone tries."""

from uuid import UUID

from kith.consent.decide import Decision
from kith.consent.facts import Discloser, PartnersWord
from kith.consent.terms import Kind, Stage
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.circumstances import Parties, decide_item, gather
from kith.disclosure.policies.sharing import check_may_share
from kith.people.queries.person_facts import person_facts


def may_share(
    viewer: Viewer, *, person_id: UUID, recipient_id: UUID, contact_id: UUID | None, about: Ref, stage: Stage
) -> Decision:
    """The answer now, for the record `about`: the need (ASK), or the name once the partner says yes (NAME).

    It is decided again when something is told. Raises NotFound or Denied.
    """
    person = person_facts(viewer, person_id=person_id)
    check_may_share(viewer, person_id=person_id, holder_id=person.organization_id)
    at = gather(
        Parties(
            person_id=person_id,
            holder_id=person.organization_id,
            recipient_id=recipient_id,
            contact_id=contact_id,
            about=about,
        ),
        discloser=Discloser.HOLDS_THE_RECORD,
    )
    if stage is Stage.ASK:
        return decide_item(at, kind=Kind.NEED, stage=stage, partners_word=PartnersWord.NOT_YET)
    return decide_item(at, kind=Kind.NAME, stage=stage, partners_word=PartnersWord.SAID_YES)
