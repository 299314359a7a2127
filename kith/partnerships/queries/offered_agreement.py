"""An agreement as somebody at a party reads it on a phone: what we would do, what the others would do."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kith.core.errors import NotFound
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.directory.queries.service_names import service_names
from kith.partnerships.clause_terms import ClauseKind
from kith.partnerships.clauses.stated import StatedClause
from kith.partnerships.models import Version
from kith.partnerships.other_words import SIMPLE, number_of
from kith.partnerships.policies.agreement import May, one_agreement
from kith.partnerships.policies.clauses import clauses
from kith.partnerships.policies.version import one_version_numbered, shown_versions, words_on_the_table
from kith.partnerships.queries.agreement_page import AgreementPage, agreement_page
from kith.partnerships.stored import stated
from kith.partnerships.text import Names, clause_lines
from kith.partnerships.views_of import PartyLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedClause:
    """One clause in plain words; `number` may be changed on the spot, up to `most` (None: needs a talk)."""

    key: UUID
    kind: ClauseKind
    is_ours: bool
    lines: tuple[str, ...]
    number: int | None
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedAgreement:
    """The page, who wrote these words, each side's clauses, and the text that is signed."""

    page: AgreementPage
    proposer: str
    is_our_proposal: bool
    own: PartyLine | None
    ours: tuple[OfferedClause, ...]
    others: tuple[OfferedClause, ...]
    all_parties: tuple[OfferedClause, ...]
    text: str
    language: str


def offered_agreement(viewer: Viewer, *, agreement_id: UUID, number: int | None = None) -> OfferedAgreement:
    """The words with this number, or (None) those on the table, else those that stand for it now.

    While an amendment is on the table the signed words go on binding; what is asked about is the amendment.
    Each part is in the order of the clauses. Raises NotFound.
    """
    row = one_agreement(viewer, agreement_id, May.READ)
    version = _version(viewer, row.pk, number)
    page = agreement_page(viewer, agreement_id=agreement_id, number=version.number)
    said = [stated(clause) for clause in clauses(viewer, [version.pk], May.READ)]
    names = _names(viewer, page, said)
    ours = viewer.organization_id
    lines = [(clause.organization_id, _line(clause, names, ours)) for clause in said]
    return OfferedAgreement(
        page=page,
        proposer=_proposer(viewer, version, names),
        is_our_proposal=version.written_by_id == ours,
        own=next((party for party in page.parties if party.is_ours), None),
        ours=tuple(line for owner, line in lines if owner == ours),
        others=tuple(line for owner, line in lines if owner not in {None, ours}),
        all_parties=tuple(line for owner, line in lines if owner is None),
        text=version.text,
        language=version.language,
    )


def _version(viewer: Viewer, agreement_id: UUID, number: int | None) -> Version:
    if number is not None:
        return one_version_numbered(viewer, agreement_id, number)
    found = words_on_the_table(viewer, agreement_id)
    if found is None:
        found = shown_versions(viewer, [agreement_id]).get(agreement_id)
    if found is None:
        raise NotFound
    return found


def _names(viewer: Viewer, page: AgreementPage, said: Iterable[StatedClause]) -> Names:
    service_ids = [clause.service_id for clause in said if clause.service_id is not None]
    return Names(
        {party.organization_id: party.name for party in page.parties},
        service_names(viewer, service_ids=service_ids) if service_ids else {},
    )


def _proposer(viewer: Viewer, version: Version, names: Names) -> str:
    known = names.organizations.get(version.written_by_id)
    if known is not None:
        return known
    found = organization_names(viewer, organization_ids=[version.written_by_id])
    return found.get(version.written_by_id, "")


def _line(clause: StatedClause, names: Names, ours: UUID | None) -> OfferedClause:
    simple = SIMPLE.get(clause.kind)
    return OfferedClause(
        key=clause.key,
        kind=clause.kind,
        is_ours=clause.organization_id == ours,
        lines=tuple(clause_lines(clause, names)),
        number=number_of(clause),
        most=simple.most if simple else 0,
    )
