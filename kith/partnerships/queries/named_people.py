"""The named humans at partners."""

from dataclasses import dataclass
from uuid import UUID

from kith.core.viewer import Viewer
from kith.partnerships.policies.partner import May
from kith.partnerships.policies.partner_contact import contacts_ever


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One human at a partner; `is_active` is False for one who is asked no more."""

    contact_id: UUID
    organization_id: UUID
    name: str
    role_title: str
    is_active: bool


def named_people(viewer: Viewer) -> list[NamedPerson]:
    """The humans at the partners that the viewer may read, ended ones too, by name. One statement."""
    rows = contacts_ever(viewer, May.READ).select_related("partner")
    people = [
        NamedPerson(row.pk, row.partner.organization_id, row.name, row.role_title, row.is_active)
        for row in rows
    ]
    return sorted(people, key=lambda one: one.name)
