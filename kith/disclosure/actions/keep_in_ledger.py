"""Write into the ledger what a partner is told."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from kith.consent.decide import Decision
from kith.consent.terms import Kind, SharePurpose, Stage
from kith.core import clock
from kith.core.events import record
from kith.core.ids import Ref
from kith.core.viewer import Viewer
from kith.disclosure.circumstances import Circumstances
from kith.disclosure.errors import AlreadyTold, ConsentMissing
from kith.disclosure.events import AskShared, NameShared
from kith.disclosure.models import Disclosure, SharedItem
from kith.disclosure.policies.disclosure import told_lines
from kith.disclosure.sentences import raise_if_not_permitted

SHARED: Mapping[Stage, type[AskShared] | type[NameShared]] = {Stage.ASK: AskShared, Stage.NAME: NameShared}


@transaction.atomic
def keep_in_ledger(
    viewer: Viewer,
    *,
    at: Circumstances,
    about: Ref,
    stage: Stage,
    items: Mapping[Kind, str],
    decisions: Mapping[Kind, Decision],
) -> UUID:
    """Write the line and its sealed items: those with a decision, and no others. Returns the line's id.

    A part of `share_ask` and `share_name`, which decide and hold the consents. Raises ConsentMissing,
    SharingForbidden for a decision that permits nothing, or AlreadyTold if the same human was told this
    about the same record and it was not stopped.
    """
    for decision in decisions.values():
        raise_if_not_permitted(decision)
    if at.standing.consent_id is None:
        raise ConsentMissing
    told = told_lines(viewer, about=about, recipient_id=at.parties.recipient_id, stage=stage)
    if told.filter(contact_id=at.parties.contact_id).exists():
        raise AlreadyTold
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
        rules=sorted({reason.rule_id for decision in decisions.values() for reason in decision.reasons}),
        packs=sorted({pack for decision in decisions.values() for pack in decision.packs}),
        duties=sorted({duty.value for decision in decisions.values() for duty in decision.duties}),
        told_at=clock.now(),
    )
    for kind in decisions:
        SharedItem.objects.create(disclosure=line, kind=kind.value, text=items[kind])
    record(
        viewer,
        SHARED[stage](
            subject=line.ref,
            person_id=line.person_id,
            organization_id=line.holder_id,
            recipient_id=line.recipient_id,
            contact_id=line.contact_id,
            consent_id=line.consent_id,
            about=about,
            kinds=tuple(decisions),
            rules=tuple(line.rules),
            packs=tuple(line.packs),
        ),
    )
    return line.id
