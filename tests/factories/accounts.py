"""Users, members, admins and invitations, made by actions."""

from uuid import UUID

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.actions.invite_member import invite_member
from kith.accounts.queries.viewer_of import viewer_of
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.ids import uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.terms import OrganizationKind
from tests.factories.remembered import remembered

SYSTEM = Viewer.system(Door.COMMAND)
NOBODY = Viewer.nobody(Door.PUBLIC)
PASSWORD = "three green lamps"


@remembered
def an_organization(name: str = "Harbour House") -> UUID:
    return add_organization(
        SYSTEM, name=name, description="", email="", website="", kind=OrganizationKind.COMMUNITY
    )


@remembered
def a_user(email: str = "", *, name: str = "Sam Okoro", password: str | None = PASSWORD) -> UUID:
    return create_user(
        SYSTEM,
        email=email or f"{uuid7().hex}@member.example",
        display_name=name,
        password=password,
        is_demo=False,
    )


def seen_as(user_id: UUID, organization_id: UUID | None = None) -> Viewer:
    """The viewer that this user is on the web."""
    return viewer_of(NOBODY, user_id=user_id, organization_id=organization_id)


@remembered
def joined(user_id: UUID, organization_id: UUID, *roles: Role) -> Viewer:
    """The user with these further roles there, acting for it."""
    for role in roles:
        add_member(SYSTEM, user_id=user_id, organization_id=organization_id, role=role)
    return seen_as(user_id, organization_id)


@remembered
def a_member(organization_id: UUID, *roles: Role, email: str = "", name: str = "Sam Okoro") -> Viewer:
    return joined(a_user(email, name=name), organization_id, *roles)


def a_membership_of(viewer: Viewer) -> UUID:
    """The id of the viewer's oldest present role."""
    from kith.accounts.queries.memberships_of import memberships_of

    assert viewer.user_id is not None
    return memberships_of(viewer, user_id=viewer.user_id)[0].id


@remembered
def a_host() -> UUID:
    """The organisation that runs the site."""
    organization_id = an_organization("Northgate Together")
    set_site_profile(
        SYSTEM,
        name="Northgate",
        host_organization_id=organization_id,
        duty_user_id=None,
        country="GB",
        emergency_number="999",
        talk_line="",
        talk_line_words="",
        jurisdiction="",
        timezone="UTC",
        is_demo=False,
    )
    return organization_id


def an_invitation(
    admin: Viewer, *, email: str = "new@member.example", role: Role = Role.COORDINATOR
) -> tuple[UUID, str]:
    """Id and token of an open invitation to the admin's organisation."""
    assert admin.organization_id is not None
    made = invite_member(admin, organization_id=admin.organization_id, email=email, role=role)
    return made.id, made.token


def user_id_of(viewer: Viewer) -> UUID:
    assert viewer.user_id is not None
    return viewer.user_id


def organization_id_of(viewer: Viewer) -> UUID:
    assert viewer.organization_id is not None
    return viewer.organization_id
