"""Whether every signed word and paper is still what it was when it was offered, signed or taken in."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kith.core.errors import Denied
from kith.core.queries.chained_payloads import chained_payloads
from kith.core.viewer import Viewer
from kith.partnerships.kept_words import OnTrail, are_clauses_kept, is_paper_kept, is_text_kept
from kith.partnerships.policies.kept_version import (
    kept_clauses,
    kept_papers,
    kept_parties,
    kept_versions,
    may_verify,
)


@dataclass(frozen=True, slots=True)
class AgreementFault:
    """Something kept is not what it was; in which agreement and wording (None: not known), in a sentence."""

    agreement_id: UUID
    number: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class AgreementsVerification:
    """How many wordings and papers were looked at, and all that does not fit."""

    wordings: int
    papers: int
    faults: tuple[AgreementFault, ...]


def verify_agreements(viewer: Viewer) -> AgreementsVerification:
    """Compare words, clauses and papers with the digests in the trail, by agreement and number.

    The trail itself is checked by `verify_events`. Raises Denied for all but the system.
    """
    if not may_verify(viewer):
        raise Denied
    trail = OnTrail()
    for event in chained_payloads(viewer, subject_kind="agreement"):
        trail.add(event.kind, event.subject_id, event.payload)
    faults = [*_lost(viewer, trail), *_changed(viewer, trail), *_papers(viewer, trail)]
    return AgreementsVerification(kept_versions(viewer).count(), kept_papers(viewer).count(), tuple(faults))


def _lost(viewer: Viewer, trail: OnTrail) -> Iterator[AgreementFault]:
    held = set(kept_versions(viewer).values_list("agreement_id", "number"))
    for agreement_id, number in sorted(trail.words.keys() - held):
        yield _fault(agreement_id, number, _("The words of agreement %(id)s, version %(number)d, are gone."))


def _changed(viewer: Viewer, trail: OnTrail) -> Iterator[AgreementFault]:
    for version in kept_versions(viewer).iterator():
        digest = trail.words.get((version.agreement_id, version.number))
        if not is_text_kept(version, digest):
            sentence = _("The words of agreement %(id)s, version %(number)d, were changed.")
            yield _fault(version.agreement_id, version.number, sentence)
        parties = kept_parties(viewer, [version.pk])
        if not are_clauses_kept(version, parties, kept_clauses(viewer, version.pk)):
            sentence = _("What agreement %(id)s, version %(number)d, says as data was changed.")
            yield _fault(version.agreement_id, version.number, sentence)


def _papers(viewer: Viewer, trail: OnTrail) -> Iterator[AgreementFault]:
    lost = {(agreement_id, digest) for agreement_id, known in trail.papers.items() for digest in known}
    for paper in kept_papers(viewer).iterator():
        agreement_id = paper.version.agreement_id
        lost.discard((agreement_id, paper.digest))
        if not is_paper_kept(paper, trail.papers.get(agreement_id, ())):
            sentence = _("A paper of agreement %(id)s, version %(number)d, was changed or is gone.")
            yield _fault(agreement_id, paper.version.number, sentence)
    for agreement_id, _digest in sorted(lost):
        yield _fault(agreement_id, None, _("A paper of agreement %(id)s is not on record any more."))


def _fault(agreement_id: UUID, number: int | None, sentence: str) -> AgreementFault:
    return AgreementFault(agreement_id, number, sentence % {"id": agreement_id, "number": number})
