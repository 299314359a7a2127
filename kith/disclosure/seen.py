"""What of one line of the ledger may be seen now, each item decided again."""

from uuid import UUID

from kith.consent.facts import Discloser, PartnersWord
from kith.consent.terms import Kind, Stage
from kith.core.viewer import Viewer
from kith.disclosure.circumstances import Circumstances, Parties, gather, permitted
from kith.disclosure.gate import GATE
from kith.disclosure.items import kept_contact
from kith.disclosure.models import Disclosure, SharedItem
from kith.disclosure.no_name import holds_name
from kith.disclosure.policies.disclosure import May, items_of
from kith.people.queries.person_facts import person_facts
from kith.post.queries.safe_contact_of import safe_contact_of

ORDER = {kind: place for place, kind in enumerate(Kind)}


def circumstances_of(line: Disclosure) -> Circumstances:
    """How things stand now for what was told in this line."""
    return gather(
        Parties(
            person_id=line.person_id,
            holder_id=line.holder_id,
            recipient_id=line.recipient_id,
            contact_id=line.contact_id,
            about=line.about,
        ),
        discloser=Discloser.HOLDS_THE_RECORD,
    )


def seen(viewer: Viewer, line: Disclosure, at: Circumstances) -> list[SharedItem]:
    """The items that may be seen now, in the order of Kind; none of a line that was stopped.

    Of a question also nothing that holds a name, a number or an address that was written down later.
    """
    if line.stopped_at is not None:
        return []
    items = {Kind(item.kind): item for item in items_of(viewer, [line.id], May.READ)}
    stage = Stage(line.stage)
    word = PartnersWord.SAID_YES if stage is Stage.NAME else PartnersWord.NOT_YET
    may = permitted(at, sorted(items, key=ORDER.__getitem__), stage=stage, partners_word=word)
    still = [items[kind] for kind in may if kind is not Kind.CONTACT or _is_still_safe(line, items[kind])]
    return without_name(line.person_id, still) if stage is Stage.ASK else still


def without_name(person_id: UUID, items: list[SharedItem]) -> list[SharedItem]:
    """Those that hold neither the person's name nor a way to reach them, as both are known now."""
    person = person_facts(GATE, person_id=person_id)
    return [item for item in items if item.kind == Kind.LANGUAGE or not holds_name(person, item.text)]


def _is_still_safe(line: Disclosure, item: SharedItem) -> bool:
    """Whether the person may still be reached in the way that was told; a changed way is not shown."""
    rule = safe_contact_of(GATE, person_id=line.person_id)
    return kept_contact(rule) == item.text
