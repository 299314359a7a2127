"""Between a wording and its rows: how each clause and party is kept, and read again."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause, read_body, read_tolerance
from kith.partnerships.models import AgreementParty, Clause, Version
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Wording


def clause_row(version: Version, clause: StatedClause, *, place: int) -> Clause:
    """The row of this clause in this version, not saved."""
    return Clause(
        version=version,
        key=clause.key,
        kind=clause.kind.value,
        place=place,
        organization_id=clause.organization_id,
        to_organization_id=clause.to_organization_id,
        service_id=clause.service_id,
        terms=clause.terms,
        note=clause.note,
        digest=clause.digest,
    )


def stated(row: Clause) -> StatedClause:
    """The clause that this row keeps."""
    kind = ClauseKind(row.kind)
    return StatedClause(
        key=row.key,
        body=read_body(kind, row.terms),
        organization_id=row.organization_id,
        to_organization_id=row.to_organization_id,
        service_id=row.service_id,
        tolerance=read_tolerance(row.terms),
        note=row.note,
    )


def party_row(version: Version, party: Party, *, place: int, names: Mapping[UUID, str]) -> AgreementParty:
    """The row of this party in this version, not saved."""
    return AgreementParty(
        version=version,
        place=place,
        organization_id=party.organization_id,
        name=names.get(party.organization_id, ""),
        role=party.role.value,
        must_sign=party.must_sign,
    )


def wording_of(version: Version, parties: Iterable[AgreementParty], clauses: Iterable[Clause]) -> Wording:
    """The wording that these rows keep, parties and clauses in their order."""
    return Wording(
        title=version.title,
        purpose=version.purpose,
        free_text=version.free_text,
        language=version.language,
        parties=tuple(Party(row.organization_id, PartyRole(row.role), row.must_sign) for row in parties),
        clauses=tuple(stated(row) for row in clauses),
        starts_on=version.starts_on,
        review_on=version.review_on,
        ends_on=version.ends_on,
    )
