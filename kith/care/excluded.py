"""Whom a person does not want to be told anything (promise 2)."""

from uuid import UUID

from kith.consent.queries.exclusions_of import exclusions_of
from kith.core.viewer import Viewer


def excluded_organizations(viewer: Viewer, *, person_id: UUID) -> frozenset[UUID]:
    """The organisations that are not to be asked for this person at all.

    Where only one human is excluded, the organisation may be asked: who is told is decided at the ask.
    """
    lines = exclusions_of(viewer, person_id=person_id)
    return frozenset(line.organization_id for line in lines if line.contact_id is None)


def is_excluded(viewer: Viewer, *, person_id: UUID, organization_id: UUID, contact_id: UUID) -> bool:
    """True where no message of any kind may go to this human at this organisation for this person."""
    lines = exclusions_of(viewer, person_id=person_id)
    return any(
        line.organization_id == organization_id and line.contact_id in {None, contact_id} for line in lines
    )
