"""One agreement: its words, what Kith does with them, and who has signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.accounts.queries.member_names import member_names
from kith.consent.terms import Kind
from kith.core import clock
from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.core.working_time import WorkingWeek, due_at
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.service_names import service_names
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.lifecycle.agreement import Stands, is_living, standing_of
from kith.partnerships.lifecycle.version import MAY_BE_SIGNED
from kith.partnerships.models import Agreement, AgreementParty, Version
from kith.partnerships.policies.agreement import May, agreements, one_agreement
from kith.partnerships.policies.clauses import clauses, papers, parties
from kith.partnerships.policies.partner import May as MayPartner
from kith.partnerships.policies.partner import partners
from kith.partnerships.policies.version import one_version_numbered, shown_versions
from kith.partnerships.policies.week import weeks_of
from kith.partnerships.policies.withdrawal import own_withdrawals
from kith.partnerships.stored import stated
from kith.partnerships.terms import AgreementKind, PartyRole, SignedHow, Standing, VersionState
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.views_of import ClauseLine, PaperLine, PartyLine, PromiseLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """The whole agreement, and what the viewer may do with it now."""

    id: UUID
    kind: AgreementKind
    title: str
    purpose: str
    standing: Standing
    state: VersionState
    starts_on: date
    review_on: date | None
    ends_on: date | None
    ended_at: datetime | None
    digest: str
    number: int
    parties: tuple[PartyLine, ...]
    promises: tuple[PromiseLine, ...]
    scope: tuple[Kind, ...]
    clauses: tuple[ClauseLine, ...]
    free_text: str
    paper: PaperLine | None
    partnership_id: UUID | None
    may_change: bool
    may_sign: bool
    may_end: bool


def agreement_page(viewer: Viewer, *, agreement_id: UUID, number: int | None = None) -> AgreementPage:
    """The words with this number, or (None) those that stand for it now. Raises NotFound.

    Words that bind come before words on the table, those before one's own draft.
    """
    row = one_agreement(viewer, agreement_id, May.READ)
    version = _version(viewer, row, number)
    sides = list(parties(viewer, [version.pk], May.READ))
    names = organization_names(viewer, organization_ids=[side.organization_id for side in sides])
    unsigned = any(s.organization_id == viewer.organization_id and s.signed_at is None for s in sides)
    stated_clauses = [stated(clause) for clause in clauses(viewer, [version.pk], May.READ)]
    state = VersionState(version.state)
    return AgreementPage(
        id=row.pk,
        kind=AgreementKind(row.kind),
        state=state,
        title=version.title,
        purpose=version.purpose,
        free_text=version.free_text,
        standing=_standing(viewer, row, version, is_ours_to_sign=unsigned),
        starts_on=version.starts_on,
        review_on=version.review_on,
        ends_on=version.ends_on,
        ended_at=row.ended_at,
        digest=version.text_digest,
        number=version.number,
        parties=tuple(_party(viewer, side, names) for side in sides),
        promises=_promises(viewer, stated_clauses, names),
        scope=_scope(stated_clauses),
        clauses=_clause_lines(viewer, stated_clauses, names),
        paper=_paper(viewer, version),
        partnership_id=row.partnership_id,
        may_change=state is VersionState.DRAFT and _may(viewer, row, May.CHANGE),
        may_sign=state in MAY_BE_SIGNED
        and is_living(row.status)
        and unsigned
        and _may(viewer, row, May.SIGN),
        may_end=is_living(row.status) and _may(viewer, row, May.END),
    )


def _version(viewer: Viewer, row: Agreement, number: int | None) -> Version:
    if number is not None:
        return one_version_numbered(viewer, row.pk, number)
    version = shown_versions(viewer, [row.pk]).get(row.pk)
    if version is None:
        raise NotFound
    return version


def _may(viewer: Viewer, row: Agreement, may: May) -> bool:
    return agreements(viewer, may).filter(pk=row.pk).exists()


def _standing(viewer: Viewer, row: Agreement, version: Version, *, is_ours_to_sign: bool) -> Standing:
    return standing_of(
        Stands(
            status=row.status,
            starts_on=version.starts_on,
            ends_on=version.ends_on,
            is_ours_to_sign=is_ours_to_sign,
            left_on=own_withdrawals(viewer, [row.pk]).get(row.pk),
        ),
        today=clock.today(row.timezone),
    )


def _party(viewer: Viewer, side: AgreementParty, names: dict[UUID, str]) -> PartyLine:
    return PartyLine(
        organization_id=side.organization_id,
        name=names.get(side.organization_id, side.name),
        role=PartyRole(side.role),
        is_ours=side.organization_id == viewer.organization_id,
        signed_at=side.signed_at,
        signed_how=SignedHow(side.signed_how) if side.signed_how else None,
        signer_name=side.signer_name,
        signer_role=side.signer_role,
    )


def _promises(
    viewer: Viewer, said: Sequence[StatedClause], names: dict[UUID, str]
) -> tuple[PromiseLine, ...]:
    made = [(c.key, c.organization_id, c.body) for c in said if isinstance(c.body, ResponsePromise)]
    found = list(
        partners(viewer, MayPartner.WEEK).filter(organization_id__in=[promiser for _, promiser, _ in made])
    )
    weeks = weeks_of(viewer, found, MayPartner.WEEK)
    return tuple(
        _promise(key, promiser, body, names.get(promiser, ""), weeks.get(promiser, WorkingWeek("UTC", {})))
        for key, promiser, body in made
        if promiser is not None
    )


def _promise(key: UUID, promiser: UUID, body: ResponsePromise, name: str, week: WorkingWeek) -> PromiseLine:
    return PromiseLine(
        clause_key=key,
        organization_id=promiser,
        name=name,
        days=body.days,
        weekdays=tuple(sorted(week.days)),
        timezone=week.timezone,
        due_if_asked_now=due_at(week, start=clock.now(), days=body.days),
    )


def _scope(said: Sequence[StatedClause]) -> tuple[Kind, ...]:
    allowed = next((clause.body.kinds for clause in said if isinstance(clause.body, DataScope)), frozenset())
    return tuple(kind for kind in Kind if kind in allowed)


def _clause_lines(
    viewer: Viewer, said: Sequence[StatedClause], names: dict[UUID, str]
) -> tuple[ClauseLine, ...]:
    service_ids = [clause.service_id for clause in said if clause.service_id is not None]
    called = Names(names, service_names(viewer, service_ids=service_ids) if service_ids else {})
    return tuple(ClauseLine(c.key, c.kind, tuple(clause_lines(c, called)), c.digest) for c in said)


def _paper(viewer: Viewer, version: Version) -> PaperLine | None:
    paper = papers(viewer, [version.pk]).filter(organization__isnull=True).first()
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
