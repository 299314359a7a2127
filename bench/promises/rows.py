"""Planned agreements as rows, many at once."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from bench.promises.made import NOW, SERVICES_EACH, TODAY, Plan
from kith.core.ids import uuid7
from kith.directory.models import Organization, Service
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause, read_body
from kith.partnerships.models import Agreement, AgreementParty, Clause, Variation, Version
from kith.partnerships.stored import clause_row

BATCH = 500
A_MONTH = timedelta(days=30)
WHEN = {"ended": "ended_at", "suspended": "suspended_at"}


def organizations(count: int) -> list[UUID]:
    """So many organisations, the busiest first."""
    rows = [Organization(name=f"Organisation {n}", changed_at=NOW) for n in range(count)]
    Organization.objects.bulk_create(rows, batch_size=BATCH)
    return [row.pk for row in rows]


def services(organization_ids: Sequence[UUID]) -> list[list[UUID]]:
    """The services of each organisation."""
    rows = [
        Service(organization_id=one, name=f"Service {n}", changed_at=NOW)
        for one in organization_ids
        for n in range(SERVICES_EACH)
    ]
    Service.objects.bulk_create(rows, batch_size=BATCH)
    ids = [row.pk for row in rows]
    return [ids[first : first + SERVICES_EACH] for first in range(0, len(ids), SERVICES_EACH)]


def write(planned: Sequence[Plan], who: Sequence[UUID], offers: Sequence[Sequence[UUID]]) -> None:
    """All of them, each signed by all."""
    agreements, versions, parties, clauses, variations = [], [], [], [], []
    for plan in planned:
        agreement = Agreement(
            status=plan.status,
            timezone=plan.zone,
            drafted_by_id=who[plan.parties[0]],
            drafted_at=NOW,
            in_force_at=NOW - timedelta(minutes=len(agreements)),
            **({WHEN[plan.status]: NOW} if plan.status in WHEN else {}),
        )
        version = _version(agreement, plan, who[plan.parties[0]])
        agreements.append(agreement)
        versions.append(version)
        parties.extend(_parties(version, plan, who))
        said = list(_clauses(version, plan, who, offers))
        clauses.extend(said)
        if plan.varied:
            variations.append(_variation(agreement, said[1]))
    for rows in (agreements, versions, parties, clauses, variations):
        type(rows[0]).objects.bulk_create(rows, batch_size=BATCH)


def _version(agreement: Agreement, plan: Plan, organization_id: UUID) -> Version:
    return Version(
        agreement=agreement,
        number=1,
        state="signed",
        title="Answering each other",
        purpose="People get an answer.",
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        text="Words.",
        text_digest="0" * 64,
        written_by_id=organization_id,
        written_at=NOW,
        offered_at=NOW,
        signed_at=NOW,
    )


def _parties(version: Version, plan: Plan, who: Sequence[UUID]) -> Iterator[AgreementParty]:
    for place, party in enumerate(plan.parties):
        yield AgreementParty(
            version=version,
            organization_id=who[party],
            place=place,
            role="receiver",
            signed_at=NOW,
            signed_how="on_screen",
        )


def _clauses(
    version: Version, plan: Plan, who: Sequence[UUID], offers: Sequence[Sequence[UUID]]
) -> Iterator[Clause]:
    for place, (kind, owes, service, terms) in enumerate(plan.clauses):
        said = StatedClause(
            key=uuid7(),
            body=read_body(ClauseKind(kind), terms),
            organization_id=who[owes] if owes is not None else None,
            service_id=offers[owes][service] if owes is not None and service is not None else None,
        )
        yield clause_row(version, said, place=place)


def _variation(agreement: Agreement, said: Clause) -> Variation:
    return Variation(
        agreement=agreement,
        clause_key=said.key,
        organization_id=said.organization_id,
        status="agreed",
        reason="holy_days",
        terms={**said.terms, "days": 20},
        first_on=TODAY,
        last_on=TODAY + A_MONTH,
        asked_at=NOW,
        settled_at=NOW,
    )
