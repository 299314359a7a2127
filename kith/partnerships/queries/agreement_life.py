"""How an agreement lives: what comes near, who leaves, what was noted, and what the viewer may do."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.core import clock
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.due import Near, coming_due, next_review
from kith.partnerships.life_terms import LifeStep, SuspendReason
from kith.partnerships.lifecycle.agreement import Stands, may_be_left, standing_of
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import May, agreements, one_agreement
from kith.partnerships.policies.clauses import clauses, parties
from kith.partnerships.policies.due import dated
from kith.partnerships.policies.life_note import life_notes
from kith.partnerships.policies.version import one_version, versions
from kith.partnerships.policies.withdrawal import own_withdrawals, withdrawals
from kith.partnerships.stored import stated
from kith.partnerships.terms import AgreementStatus, PartyRole, Standing, VersionState
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.varying import fields_to_vary


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """One party that leaves, or has left."""

    name: str
    is_ours: bool
    last_on: date
    words: str


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What one party noted; `reason` only where it suspended."""

    step: LifeStep
    reason: SuspendReason | None
    name: str
    at: datetime
    held_on: date | None
    next_on: date | None
    words: str
    to_change: str


@dataclass(frozen=True, slots=True)
class PartyToCome:
    """A bound party, by name."""

    organization_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class VariableClause:
    """A clause that the viewer's organisation may ask to change for a while."""

    key: UUID
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLife:
    """Of the words that bind. `may_…` holds for now, in this state."""

    id: UUID
    title: str
    standing: Standing
    today: date
    ends_on: date | None
    review_on: date | None
    near: tuple[Near, ...]
    leaving: tuple[LeavingLine, ...]
    notes: tuple[NoteLine, ...]
    parties: tuple[PartyToCome, ...]
    clauses: tuple[VariableClause, ...]
    has_offered: bool
    has_seat: bool
    is_published: bool
    may_suspend: bool
    may_resume: bool
    may_leave: bool
    may_renew: bool
    may_review: bool
    may_publish: bool


def agreement_life(viewer: Viewer, *, agreement_id: UUID) -> AgreementLife:
    """The page of a signed agreement. Fourteen statements at most.

    Raises NotFound; so, too, before anything was signed.
    """
    row = one_agreement(viewer, agreement_id, May.READ)
    version = one_version(viewer, agreement_id, VersionState.SIGNED)
    sides = list(parties(viewer, [version.pk], May.READ))
    names = organization_names(viewer, organization_ids=[side.organization_id for side in sides])
    left_on = own_withdrawals(viewer, [agreement_id]).get(agreement_id)
    is_open = may_be_left(row.status)
    may_steer = is_open and agreements(viewer, May.STEER).filter(pk=row.pk).exists()
    may_vary = is_open and agreements(viewer, May.VARY).filter(pk=row.pk).exists()
    dates = dated([version])[0].dates
    today = clock.today(row.timezone)
    offered = versions(viewer, May.READ).filter(agreement_id=agreement_id, state=VersionState.OFFERED.value)
    has_offered = offered.exists()
    return AgreementLife(
        id=row.pk,
        title=version.title,
        standing=standing_of(
            Stands(status=row.status, starts_on=version.starts_on, ends_on=version.ends_on, left_on=left_on),
            today=today,
        ),
        today=today,
        ends_on=version.ends_on,
        review_on=next_review(dates),
        near=tuple(coming_due(dates, today=today)) if is_open and left_on is None else (),
        leaving=_leaving(viewer, row, names),
        notes=_notes(viewer, row, names),
        parties=tuple(
            PartyToCome(side.organization_id, names.get(side.organization_id, side.name))
            for side in sides
            if side.signed_at is not None
        ),
        clauses=_clauses(viewer, row, version, names) if may_vary else (),
        has_offered=has_offered,
        has_seat=_has_seat(sides),
        is_published=row.published_at is not None,
        may_suspend=may_steer and row.status == AgreementStatus.IN_FORCE.value,
        may_resume=may_steer and row.status == AgreementStatus.SUSPENDED.value,
        may_leave=may_vary and left_on is None,
        may_renew=may_steer and not has_offered and left_on is None,
        may_review=may_vary,
        may_publish=may_steer,
    )


def _has_seat(sides: list[AgreementParty]) -> bool:
    return any(side.role == PartyRole.COMMUNITY_SEAT.value for side in sides)


def _leaving(viewer: Viewer, row: Agreement, names: dict[UUID, str]) -> tuple[LeavingLine, ...]:
    return tuple(
        LeavingLine(
            names.get(one.organization_id, ""),
            one.organization_id == viewer.organization_id,
            one.last_on,
            one.words,
        )
        for one in withdrawals(viewer, [row.pk])
    )


def _notes(viewer: Viewer, row: Agreement, names: dict[UUID, str]) -> tuple[NoteLine, ...]:
    return tuple(
        NoteLine(
            step=LifeStep(note.step),
            reason=SuspendReason(note.reason) if note.reason else None,
            name=names.get(note.organization_id, "") if note.organization_id else "",
            at=note.noted_at,
            held_on=note.held_on,
            next_on=note.next_on,
            words=note.words,
            to_change=note.to_change,
        )
        for note in life_notes(viewer, [row.pk])
    )


def _clauses(
    viewer: Viewer, row: Agreement, version: Version, names: dict[UUID, str]
) -> tuple[VariableClause, ...]:
    """What may be changed for a while, only while the agreement is in force."""
    if row.status != AgreementStatus.IN_FORCE.value:
        return ()
    found = [stated(clause) for clause in clauses(viewer, [version.pk], May.READ)]
    return tuple(
        VariableClause(clause.key, tuple(clause_lines(clause, Names(names, {}))))
        for clause in found
        if fields_to_vary(clause, viewer.organization_id)
    )
