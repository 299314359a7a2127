"""How an agreement is negotiated: its versions, who signed which, and what was said about its clauses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from kith.accounts.queries.member_names import member_names
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.lifecycle.agreement import is_living
from kith.partnerships.models import Agreement, AgreementParty, Comment, PhonedNote, Version
from kith.partnerships.policies.agreement import May, agreements, one_agreement
from kith.partnerships.policies.clauses import parties
from kith.partnerships.policies.comment import comments
from kith.partnerships.policies.phoned_note import phoned_notes
from kith.partnerships.policies.version import versions
from kith.partnerships.terms import PhonedEvidence, VersionState


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One wording: who wrote it, where it stands, and who has signed it (names of organisations)."""

    number: int
    based_on: int | None
    state: VersionState
    written_by: str
    is_ours: bool
    written_at: datetime
    offered_at: datetime | None
    signed_by: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentLine:
    """What one side said. `clause_key` None: about the whole. `writer` only where the viewer may know it.

    `evidence`: what is known of words that were told by phone; None for words that were written.
    """

    id: UUID
    clause_key: UUID | None
    number: int
    organization: str
    writer: str
    is_ours: bool
    text: str
    written_at: datetime
    settled_at: datetime | None
    evidence: PhonedEvidence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Negotiation:
    """The versions that the viewer may see, what was said, and what the viewer may do about it.

    `draft` and `offered` are the numbers of the viewer's own draft and of what is on the table; `answers`
    is of the words that a draft has to answer: those on the table, else those that bind.
    """

    versions: tuple[VersionLine, ...]
    comments: tuple[CommentLine, ...]
    draft: int | None
    offered: int | None
    answers: int | None
    is_draft_stale: bool
    may_counter: bool
    may_say: bool


def negotiation(viewer: Viewer, *, agreement_id: UUID) -> Negotiation:
    """The newest version first, what was said first to last. Raises NotFound."""
    row = one_agreement(viewer, agreement_id, May.READ)
    rows = list(versions(viewer, May.READ).filter(agreement_id=agreement_id))
    said = list(comments(viewer, agreement_id))
    phoned = {note.comment_id: note for note in phoned_notes(viewer, agreement_id)}
    names = organization_names(
        viewer,
        organization_ids={one.written_by_id for one in rows} | {one.organization_id for one in said},
    )
    by_state = {VersionState(one.state): one for one in reversed(rows)}
    draft = by_state.get(VersionState.DRAFT)
    offered = by_state.get(VersionState.OFFERED)
    for_all = offered or by_state.get(VersionState.SIGNED)
    is_open = is_living(row.status) and for_all is not None
    return Negotiation(
        versions=_version_lines(viewer, rows, names),
        comments=_comment_lines(viewer, said, phoned, names),
        draft=draft.number if draft else None,
        offered=offered.number if offered else None,
        answers=for_all.number if for_all else None,
        is_draft_stale=draft is not None and for_all is not None and draft.based_on != for_all.number,
        may_counter=is_open and draft is None and _may(viewer, row, May.CHANGE),
        may_say=is_open and _may(viewer, row, May.SIGN),
    )


def _may(viewer: Viewer, row: Agreement, may: May) -> bool:
    return agreements(viewer, may).filter(pk=row.pk).exists()


def _version_lines(
    viewer: Viewer, rows: Iterable[Version], names: Mapping[UUID, str]
) -> tuple[VersionLine, ...]:
    sides = parties(viewer, [row.pk for row in rows], May.READ)
    by_version = {key: list(group) for key, group in groupby(sides, key=lambda side: side.version_id)}
    return tuple(_version_line(viewer, row, by_version.get(row.pk, []), names) for row in rows)


def _version_line(
    viewer: Viewer, row: Version, sides: list[AgreementParty], names: Mapping[UUID, str]
) -> VersionLine:
    return VersionLine(
        number=row.number,
        based_on=row.based_on,
        state=VersionState(row.state),
        written_by=names.get(row.written_by_id, ""),
        is_ours=row.written_by_id == viewer.organization_id,
        written_at=row.written_at,
        offered_at=row.offered_at,
        signed_by=tuple(side.name for side in sides if side.signed_at is not None),
        digest=row.text_digest,
    )


def _comment_lines(
    viewer: Viewer,
    said: Sequence[Comment],
    phoned: Mapping[UUID, PhonedNote],
    names: Mapping[UUID, str],
) -> tuple[CommentLine, ...]:
    who = member_names(viewer, user_ids=[one.user_id for one in said if one.user_id is not None])
    return tuple(
        CommentLine(
            id=one.pk,
            clause_key=one.clause_key,
            number=one.version_number,
            organization=names.get(one.organization_id, ""),
            writer=who.get(one.user_id, "") if one.user_id else "",
            is_ours=one.organization_id == viewer.organization_id,
            text=one.text,
            written_at=one.written_at,
            settled_at=one.settled_at,
            evidence=_evidence(phoned.get(one.pk)),
        )
        for one in said
    )


def _evidence(note: PhonedNote | None) -> PhonedEvidence | None:
    if note is None:
        return None
    if note.is_right is None:
        return PhonedEvidence.WAITS
    return PhonedEvidence.CONFIRMED if note.is_right else PhonedEvidence.DOUBTED
