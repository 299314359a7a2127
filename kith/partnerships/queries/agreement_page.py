"""One agreement: its words, what Kith does with them, and who has signed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.accounts.queries.member_names import member_names
from kith.consent.terms import Kind
from kith.core import clock
from kith.core.queries.site_profile import site_profile
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek, due_at
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.lifecycle.agreement import standing_of
from kith.partnerships.models import Agreement, AgreementParty, PromiseClause
from kith.partnerships.policies.agreement import May, agreements, one_agreement
from kith.partnerships.policies.clauses import papers, parties, promises, scopes
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner import partners
from kith.partnerships.policies.week import weeks_of
from kith.partnerships.terms import AgreementStatus, PartyRole, SignedHow, Standing
from kith.partnerships.views_of import PaperLine, PartyLine, PromiseLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """The whole agreement, and what the viewer may do with it now."""

    id: UUID
    title: str
    purpose: str
    standing: Standing
    starts_on: date
    review_on: date | None
    ends_on: date | None
    ended_at: datetime | None
    digest: str
    parties: tuple[PartyLine, ...]
    promises: tuple[PromiseLine, ...]
    scope: tuple[Kind, ...]
    paper: PaperLine | None
    may_change: bool
    may_sign: bool
    may_end: bool


def agreement_page(viewer: Viewer, *, agreement_id: UUID) -> AgreementPage:
    """The agreement, its parties in the order of the wording. Raises NotFound."""
    row = one_agreement(viewer, agreement_id, May.READ)
    sides = list(parties(viewer, [row.pk], May.READ))
    names = organization_names(viewer, organization_ids=[side.organization_id for side in sides])
    unsigned = any(s.organization_id == viewer.organization_id and s.signed_at is None for s in sides)
    status = AgreementStatus(row.status)
    return AgreementPage(
        id=row.pk,
        title=row.title,
        purpose=row.purpose,
        standing=_standing(viewer, row, is_ours_to_sign=unsigned),
        starts_on=row.starts_on,
        review_on=row.review_on,
        ends_on=row.ends_on,
        ended_at=row.ended_at,
        digest=row.text_digest,
        parties=tuple(_party(viewer, side, names) for side in sides),
        promises=_promises(viewer, row, names),
        scope=_scope(viewer, row),
        paper=_paper(viewer, row),
        may_change=status is AgreementStatus.DRAFT and _may(viewer, row, May.CHANGE),
        may_sign=status is AgreementStatus.PROPOSED and unsigned and _may(viewer, row, May.SIGN),
        may_end=status is not AgreementStatus.ENDED and _may(viewer, row, May.END),
    )


def _may(viewer: Viewer, row: Agreement, may: May) -> bool:
    return agreements(viewer, may).filter(pk=row.pk).exists()


def _standing(viewer: Viewer, row: Agreement, *, is_ours_to_sign: bool) -> Standing:
    today = clock.today(site_profile(viewer).timezone)
    return standing_of(
        row.status,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        today=today,
        is_ours_to_sign=is_ours_to_sign,
    )


def _party(viewer: Viewer, side: AgreementParty, names: dict[UUID, str]) -> PartyLine:
    return PartyLine(
        organization_id=side.organization_id,
        name=names.get(side.organization_id, ""),
        role=PartyRole(side.role),
        is_ours=side.organization_id == viewer.organization_id,
        signed_at=side.signed_at,
        signed_how=SignedHow(side.signed_how) if side.signed_how else None,
        signer_name=side.signer_name,
        signer_role=side.signer_role,
    )


def _promises(viewer: Viewer, row: Agreement, names: dict[UUID, str]) -> tuple[PromiseLine, ...]:
    made = list(promises(viewer, [row.pk], May.READ))
    found = list(
        partners(viewer, MayPartner.WEEK).filter(organization_id__in=[p.organization_id for p in made])
    )
    weeks = weeks_of(viewer, found, MayPartner.WEEK)
    return tuple(_promise(p, names, weeks.get(p.organization_id, WorkingWeek("UTC", {}))) for p in made)


def _promise(clause: PromiseClause, names: dict[UUID, str], week: WorkingWeek) -> PromiseLine:
    return PromiseLine(
        organization_id=clause.organization_id,
        name=names.get(clause.organization_id, ""),
        days=clause.days,
        weekdays=tuple(sorted(week.days)),
        timezone=week.timezone,
        due_if_asked_now=due_at(week, start=clock.now(), days=clause.days),
    )


def _scope(viewer: Viewer, row: Agreement) -> tuple[Kind, ...]:
    clause = scopes(viewer, [row.pk], May.READ).first()
    allowed = set(clause.kinds) if clause else set()
    return tuple(kind for kind in Kind if kind.value in allowed)


def _paper(viewer: Viewer, row: Agreement) -> PaperLine | None:
    paper = papers(viewer, [row.pk]).first()
    if paper is None:
        return None
    who = [paper.adopted_by_id] if paper.adopted_by_id else []
    where = [paper.adopted_by_organization_id] if paper.adopted_by_organization_id else []
    return PaperLine(
        signed_on=paper.signed_on,
        adopted_at=paper.adopted_at,
        adopted_by=next(iter(member_names(viewer, user_ids=who).values()), ""),
        adopted_for=next(iter(organization_names(viewer, organization_ids=where).values()), ""),
        content_type=paper.content_type,
        byte_count=paper.byte_count,
        digest=paper.digest,
    )
