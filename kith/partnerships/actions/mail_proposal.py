"""Telling the parties that words are on the table; part of the listeners."""

from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from kith.core.ids import Ref
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.actions.letters_to_side import WayIn, letters_to_side
from kith.partnerships.actions.queue_letter import Addressed, queue_letter
from kith.partnerships.letters import Letter
from kith.partnerships.models import AgreementParty, Version
from kith.partnerships.policies.agreement import May, one_agreement_to_change
from kith.partnerships.policies.clauses import all_parties
from kith.partnerships.policies.version import version_in_state
from kith.partnerships.proposal_letters import proposal_letter, waits_for_you_letter
from kith.partnerships.terms import VersionState
from kith.post.terms import LinkPurpose

FIRST = 1


@transaction.atomic
def mail_proposal(viewer: Viewer, *, agreement_id: UUID, number: int, dedupe_key: str) -> int:
    """Write to each party that is to sign these words, but not to the one that wrote them. Returns how many.

    A party's first confirmed named person with a mail address gets a link; where there is none, those who
    sign for it and have a login. Words that are no longer on the table are not told. Raises NotFound.
    """
    agreement = one_agreement_to_change(viewer, agreement_id, May.READ)
    version = version_in_state(agreement, VersionState.OFFERED)
    if version is None or version.number != number:
        return 0
    asked = [party for party in all_parties(version) if _is_asked(party, version)]
    wanted = [version.written_by_id, *(party.organization_id for party in asked)]
    names = organization_names(viewer, organization_ids=wanted)
    letters = [letter for party in asked for letter in _letters(viewer, version, party, names)]
    for letter in letters:
        queue_letter(viewer, about=Ref("agreement", agreement_id), one=letter, dedupe_key=dedupe_key)
    return len(letters)


def _is_asked(party: AgreementParty, version: Version) -> bool:
    return party.must_sign and party.signed_at is None and party.organization_id != version.written_by_id


def _letters(
    viewer: Viewer, version: Version, party: AgreementParty, names: dict[UUID, str]
) -> Iterator[Addressed]:
    proposer, site = names.get(version.written_by_id, ""), site_profile(viewer).name

    def write(way: WayIn) -> Letter:
        if not way.is_own_link:
            return waits_for_you_letter(language=way.language, proposer=proposer, link=way.link)
        return proposal_letter(
            language=way.language,
            site=site,
            proposer=proposer,
            organization=names.get(party.organization_id, ""),
            code_word=way.code_word,
            link=way.link,
            is_first=version.number == FIRST,
        )

    return letters_to_side(
        viewer,
        agreement_id=version.agreement_id,
        organization_id=party.organization_id,
        purpose=LinkPurpose.ANSWER_AGREEMENT,
        page="agreement_page",
        write=write,
    )
