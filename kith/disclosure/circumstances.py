"""Gathering the facts for a decision, and asking for it item by item."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kith.consent.decide import Decision, decide
from kith.consent.facts import (
    Channel,
    Contact,
    Discloser,
    Excluded,
    Facts,
    Label,
    Named,
    PartnersWord,
    Recipient,
    Subject,
)
from kith.consent.queries.law_standing import law_standing
from kith.consent.queries.standing import standing
from kith.consent.queries.standing_held import standing_held
from kith.consent.terms import ConsentState, Kind, SharePurpose, Stage
from kith.consent.views_of import LawStanding, Standing
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.disclosure.gate import GATE
from kith.disclosure.kept_out import humans_kept_out
from kith.partnerships.queries.contact_page import contact_page
from kith.partnerships.queries.route import route

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Whose things, who would tell, whom, which human there, and for which record."""

    person_id: UUID
    holder_id: UUID
    recipient_id: UUID
    contact_id: UUID | None
    about: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """All that is the same for each item of one sharing."""

    parties: Parties
    discloser: Discloser
    standing: Standing
    law: LawStanding
    scope: frozenset[str]
    has_agreement: bool
    contact: Contact
    jurisdiction: str
    now: datetime


def gather(parties: Parties, *, discloser: Discloser) -> Circumstances:
    """How things stand now."""
    found = standing(
        GATE,
        person_id=parties.person_id,
        holder_id=parties.holder_id,
        recipient_id=parties.recipient_id,
        contact_id=parties.contact_id,
        about=parties.about,
    )
    return _gather(parties, discloser, found)


def gather_held(parties: Parties, *, discloser: Discloser) -> Circumstances:
    """How things stand now, and stay until the transaction ends."""
    found = standing_held(
        GATE,
        person_id=parties.person_id,
        holder_id=parties.holder_id,
        recipient_id=parties.recipient_id,
        contact_id=parties.contact_id,
        about=parties.about,
    )
    return _gather(parties, discloser, found)


def decide_item(at: Circumstances, *, kind: Kind, stage: Stage, partners_word: PartnersWord) -> Decision:
    """The law's answer for one item at one stage. A rule that broke is logged by its id alone."""
    decision = decide(_facts(at, kind, stage, partners_word))
    if decision.is_broken:
        log.error("A privacy rule could not be asked: %s", [reason.rule_id for reason in decision.reasons])
    return decision


def permitted(
    at: Circumstances, kinds: Iterable[Kind], *, stage: Stage, partners_word: PartnersWord
) -> dict[Kind, Decision]:
    """The decisions of those kinds that may leave."""
    asked = {kind: decide_item(at, kind=kind, stage=stage, partners_word=partners_word) for kind in kinds}
    return {kind: decision for kind, decision in asked.items() if decision.is_permitted}


def contact_of(recipient_id: UUID, contact_id: UUID | None) -> Contact:
    """Whether it would be told to an active, named contact of that partner."""
    if contact_id is None:
        return Contact.NOBODY_NAMED
    try:
        is_theirs = contact_page(GATE, contact_id=contact_id).organization_id == recipient_id
    except NotFound:
        return Contact.NOBODY_NAMED
    return Contact.NAMED if is_theirs else Contact.NOBODY_NAMED


def as_if_agreed(at: Circumstances, kinds: frozenset[Kind]) -> Circumstances:
    """The same, had the person just agreed to these kinds: for a preview, never for telling."""
    agreed = replace(
        at.standing,
        state=ConsentState.LIVE,
        names_recipient=True,
        names_contact=at.parties.contact_id is not None,
        purposes=frozenset({SharePurpose.ARRANGE_HELP}),
        kinds=kinds,
    )
    return replace(at, standing=agreed)


def _gather(parties: Parties, discloser: Discloser, found: Standing) -> Circumstances:
    way = route(GATE, sender_id=parties.holder_id, receiver_id=parties.recipient_id)
    return Circumstances(
        parties=parties,
        discloser=discloser,
        standing=_under_any_entry(parties, found),
        law=law_standing(GATE),
        scope=way.scope,
        has_agreement=way.agreement_id is not None,
        contact=contact_of(parties.recipient_id, parties.contact_id),
        jurisdiction=site_profile(GATE).jurisdiction.strip().upper(),
        now=clock.now(),
    )


def _under_any_entry(parties: Parties, found: Standing) -> Standing:
    """The same, also where the human that would be told is excluded under another entry of theirs."""
    if found.excluded is not Excluded.NOT_EXCLUDED or parties.contact_id is None:
        return found
    kept_out = humans_kept_out(person_id=parties.person_id, among=[parties.contact_id])
    since = kept_out.get(parties.contact_id)
    if since is None:
        return found
    ended_at = min(since, found.ended_at) if found.ended_at is not None else since
    return replace(found, excluded=Excluded.SOMEONE_THERE, ended_at=ended_at)


def _facts(at: Circumstances, kind: Kind, stage: Stage, partners_word: PartnersWord) -> Facts:
    """The total record.

    No item has a label yet: labels come with the laws that need them. Every person decides alone: a record
    of someone who is represented cannot be made yet. Both are stated here so that a law can ask.
    """
    word = at.standing
    return Facts(
        discloser=at.discloser,
        legal_status=at.law.legal_status,
        recipient=Recipient.PARTNER_WITH_AGREEMENT if at.has_agreement else Recipient.WITHOUT_AGREEMENT,
        contact=at.contact,
        excluded=word.excluded,
        kind=kind,
        label=Label.ORDINARY,
        subject=Subject.DECIDES_ALONE,
        purpose=SharePurpose.ARRANGE_HELP,
        stage=stage,
        partners_word=partners_word,
        channel=Channel.KITH_PAGE,
        consent=word.state,
        consent_names_recipient=_named(is_in=word.names_recipient),
        consent_names_contact=_named(is_in=word.names_contact),
        consent_names_purpose=_named(is_in=SharePurpose.ARRANGE_HELP in word.purposes),
        consent_names_kind=_named(is_in=kind in word.kinds),
        agreement_names_kind=_named(is_in=kind.value in at.scope),
        packs=at.law.packs,
        jurisdiction=at.jurisdiction,
        now=at.now,
    )


def _named(*, is_in: bool) -> Named:
    return Named.YES if is_in else Named.NO
