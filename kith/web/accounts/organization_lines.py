"""The organisations that a user acts for, as pages print them."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from kith.accounts.queries.my_account import MyAccountPage
from kith.accounts.terms import ROLE_WORDS
from kith.core.viewer import Viewer
from kith.directory.queries.organization_names import organization_names


@dataclass(frozen=True, slots=True)
class OrganizationLine:
    """One organisation, the roles in it in words, and whether it is the one acted for now."""

    id: UUID
    name: str
    roles: list[str | Promise]
    is_current: bool


def organization_lines(viewer: Viewer, page: MyAccountPage) -> list[OrganizationLine]:
    """What the user acts for, with names from the directory; oldest first."""
    names = organization_names(viewer, organization_ids=[line.organization_id for line in page.acts_for])
    return [
        OrganizationLine(
            line.organization_id,
            names.get(line.organization_id, ""),
            [ROLE_WORDS[role] for role in line.roles],
            line.is_current,
        )
        for line in page.acts_for
    ]
