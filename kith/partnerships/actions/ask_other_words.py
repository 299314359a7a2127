"""Asking for other words: what one says about clauses, and other numbers or dates as a counter-proposal."""

from uuid import UUID

from django.db import transaction

from kith.core import clock
from kith.core.errors import BadInput
from kith.core.events import record
from kith.core.viewer import Viewer
from kith.partnerships.actions.change_draft import change_draft
from kith.partnerships.actions.keep_words import keep_words
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.answer_events import OtherWordsAsked
from kith.partnerships.lifecycle.version import check_seen
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.negotiation_errors import DraftExists
from kith.partnerships.other_words import OtherWords, with_other_words
from kith.partnerships.policies.answer import agreement_to_answer, asked_party
from kith.partnerships.policies.clauses import all_clauses, all_parties
from kith.partnerships.policies.version import highest_number, own_draft
from kith.partnerships.speaking import AnySpeaker, PhonedSpeaker, Speaker, contact_of
from kith.partnerships.stored import wording_of
from kith.partnerships.wording import Wording, digest_of


@transaction.atomic
def ask_other_words(
    viewer: Viewer, *, agreement_id: UUID, speaker: AnySpeaker, seen_digest: str, wish: OtherWords
) -> UUID:
    """Keep what is said beside the clauses; other numbers or dates are offered as words of that party.

    On the phone only words are noted. Returns the agreement's id. Raises NotFound, Denied, StaleVersion,
    StatusConflict if nothing waits for their signature, DraftExists, BadInput where nothing is said or
    changed, or what `check_wording` finds.
    """
    agreement = agreement_to_answer(viewer, agreement_id, speaker)
    version, party = asked_party(agreement, speaker.organization_id)
    check_seen(seen_digest, version.text_digest)
    clauses = list(all_clauses(version))
    before = wording_of(version, all_parties(version), clauses)
    after = with_other_words(before, wish) if isinstance(speaker, Speaker) else before
    is_changed = digest_of(after) != digest_of(before)
    known = {None, *(clause.key for clause in clauses)}
    said = {key: text for key, text in wish.said.items() if text.strip() and key in known}
    if not said and not is_changed:
        raise BadInput(field="words")
    for key, text in said.items():
        keep_words(
            viewer,
            agreement_id=agreement_id,
            number=version.number,
            clause_key=key,
            speaker=speaker,
            text=text,
        )
    record(
        viewer,
        OtherWordsAsked(
            subject=agreement.ref,
            organization_id=party.organization_id,
            number=version.number,
            contact_id=contact_of(speaker),
            comments=len(said),
            is_counter=is_changed,
            by_phone=isinstance(speaker, PhonedSpeaker),
        ),
    )
    if is_changed:
        _offer(viewer, agreement, version, after, party)
    return agreement_id


def _offer(
    viewer: Viewer, agreement: Agreement, base: Version, wording: Wording, party: AgreementParty
) -> None:
    """A version of the viewer's organisation takes the place of what it answers."""
    if own_draft(viewer, agreement.pk) is not None:
        raise DraftExists
    Version.objects.create(
        agreement=agreement,
        number=highest_number(agreement) + 1,
        based_on=base.number,
        starts_on=wording.starts_on,
        written_by_id=party.organization_id,
        written_at=clock.now(),
    )
    change_draft(viewer, agreement_id=agreement.pk, wording=wording)
    propose_draft(viewer, agreement_id=agreement.pk)
