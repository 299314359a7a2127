"""The agreements whose words are published for the viewer's community seat."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.outsiders import parties_of, published_versions

LONGEST = 200


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """One of them: between whom it is."""

    agreement_id: UUID
    title: str
    party_names: tuple[str, ...]


def published_agreements(viewer: Viewer) -> list[PublishedLine]:
    """The newest published first, up to 200. Two statements."""
    rows = list(published_versions(viewer)[:LONGEST])
    sides = parties_of([row.pk for row in rows])
    names = {
        version_id: tuple(side.name for side in group)
        for version_id, group in groupby(sides, key=lambda side: side.version_id)
    }
    return [PublishedLine(row.agreement_id, row.title, names.get(row.pk, ())) for row in rows]
