"""Who else could sit at a table: kinds of organisations that do not, with some from the directory."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.organization_kinds import organization_kinds
from kith.directory.queries.organizations_of_kind import organizations_of_kind
from kith.directory.terms import OrganizationKind
from kith.partnerships.policies.partnership import May, one_partnership
from kith.partnerships.policies.seat import seats
from kith.partnerships.table_terms import TableKind
from kith.partnerships.terms import PartyRole

MOST_EXAMPLES = 3
BY_ROLE: dict[TableKind, frozenset[PartyRole]] = {
    TableKind.FUNDER: frozenset({PartyRole.FUNDER}),
    TableKind.COMMUNITY_SEAT: frozenset({PartyRole.COMMUNITY_SEAT}),
    TableKind.PEER: frozenset({PartyRole.PEER_LED}),
}
BY_KIND: dict[TableKind, OrganizationKind] = {
    kind: OrganizationKind(kind.value) for kind in TableKind if kind.value in set(OrganizationKind)
}


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A kind that nobody at the table is, and up to three of the directory that are."""

    kind: TableKind
    examples: tuple[tuple[UUID, str], ...]


def missing_from_table(viewer: Viewer, *, partnership_id: UUID) -> list[MissingLine]:
    """In the order of the list. At most twelve statements. Raises NotFound."""
    row = one_partnership(viewer, partnership_id, May.READ)
    sitting = list(seats(viewer, [row.pk]))
    kinds = organization_kinds(viewer, organization_ids=[seat.organization_id for seat in sitting])
    present, roles = set(kinds.values()), {PartyRole(role) for seat in sitting for role in seat.roles}
    return [
        MissingLine(kind, _examples(viewer, kind))
        for kind in TableKind
        if BY_KIND.get(kind) not in present and not roles & BY_ROLE.get(kind, frozenset())
    ]


def _examples(viewer: Viewer, kind: TableKind) -> tuple[tuple[UUID, str], ...]:
    wanted = BY_KIND.get(kind)
    if wanted is None:
        return ()
    return tuple(organizations_of_kind(viewer, kind=wanted, most=MOST_EXAMPLES))
