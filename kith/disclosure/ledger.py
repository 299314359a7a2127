"""Writing the ledger."""

from collections.abc import Mapping
from uuid import UUID

from kith.consent.decide import Decision
from kith.consent.terms import Kind, SharePurpose, Stage
from kith.core import clock
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.circumstances import Circumstances
from kith.disclosure.errors import AlreadyTold, ConsentMissing
from kith.disclosure.models import Disclosure, SharedItem
from kith.disclosure.policies.disclosure import May, disclosures


def keep(
    viewer: Viewer,
    at: Circumstances,
    *,
    about: Ref,
    stage: Stage,
    items: Mapping[Kind, str],
    decisions: Mapping[Kind, Decision],
) -> Disclosure:
    """Write the line and its sealed items: those with a decision, and no others.

    Raises AlreadyTold if the same human was told this about the same record and it was not stopped.
    """
    if at.standing.consent_id is None:
        raise ConsentMissing
    _check_not_told(viewer, at, about, stage)
    line = Disclosure.objects.create(
        person_id=at.parties.person_id,
        holder_id=at.parties.holder_id,
        recipient_id=at.parties.recipient_id,
        contact_id=at.parties.contact_id,
        consent_id=at.standing.consent_id,
        about_kind=about.kind,
        about_id=about.id,
        stage=stage.value,
        purpose=SharePurpose.ARRANGE_HELP.value,
        rules=rules_of(decisions),
        packs=sorted({pack for decision in decisions.values() for pack in decision.packs}),
        duties=sorted({duty.value for decision in decisions.values() for duty in decision.duties}),
        told_at=clock.now(),
    )
    for kind in decisions:
        SharedItem.objects.create(disclosure=line, kind=kind.value, text=items[kind])
    return line


def rules_of(decisions: Mapping[Kind, Decision]) -> list[str]:
    """The ids of the rules that let these items leave, in order."""
    return sorted({reason.rule_id for decision in decisions.values() for reason in decision.reasons})


def told_lines(viewer: Viewer, may: May, *, about: Ref, recipient_id: UUID, stage: Stage) -> list[Disclosure]:
    """What was told to this partner about one record at this stage, and not stopped."""
    rows = disclosures(viewer, may).filter(about_kind=about.kind, about_id=about.id, stopped_at=None)
    return list(rows.filter(recipient_id=recipient_id, stage=stage.value))


def _check_not_told(viewer: Viewer, at: Circumstances, about: Ref, stage: Stage) -> None:
    told = told_lines(viewer, May.READ, about=about, recipient_id=at.parties.recipient_id, stage=stage)
    if any(line.contact_id == at.parties.contact_id for line in told):
        raise AlreadyTold
