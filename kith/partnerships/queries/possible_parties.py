"""Whom an agreement may be made with."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names
from kith.partnerships.policies.partner import May, partners


@dataclass(frozen=True, slots=True)
class PossibleParty:
    """An organisation that may take part."""

    organization_id: UUID
    name: str
    is_own: bool


def possible_parties(viewer: Viewer) -> list[PossibleParty]:
    """The viewer's own organisation first, then its partners by name; none for who acts for nobody."""
    if viewer.organization_id is None:
        return []
    known = set(partners(viewer, May.READ).values_list("organization_id", flat=True))
    names = organization_names(viewer, organization_ids=known | {viewer.organization_id})
    parties = [PossibleParty(key, name, key == viewer.organization_id) for key, name in names.items()]
    return sorted(parties, key=lambda party: (not party.is_own, party.name, str(party.organization_id)))
