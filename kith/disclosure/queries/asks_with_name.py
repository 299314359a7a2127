"""Which questions that are out turned out to hold the name."""

from uuid import UUID

from kith.consent.terms import Stage
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.models import SharedItem
from kith.disclosure.policies.disclosure import May, disclosures, items_of
from kith.disclosure.seen import without_name


def asks_with_name(viewer: Viewer, *, person_id: UUID) -> frozenset[Ref]:
    """The records of questions, told and not stopped, with a name or number in them that was learnt later.

    Each read hides those words. For who may stop the sharing, never for the partner. Four statements.
    """
    told = disclosures(viewer, May.STOP).filter(person_id=person_id, stage=Stage.ASK.value, stopped_at=None)
    lines = {line.id: line.about for line in told}
    if not lines:
        return frozenset()
    items: list[SharedItem] = list(items_of(viewer, list(lines), May.STOP))
    clean = {item.id for item in without_name(person_id, items)}
    return frozenset(lines[item.disclosure_id] for item in items if item.id not in clean)
