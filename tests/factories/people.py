"""People and those who look after them, made by actions."""

from uuid import UUID

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.queries.viewer_of import viewer_of
from kith.core.ids import uuid7
from kith.core.viewer import Door, Purpose, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.terms import OrganizationKind
from kith.people.actions.set_how_to_reach import set_how_to_reach
from kith.people.actions.set_name import set_name
from kith.people.actions.take_in import take_in
from kith.post.safe_contact import SafeContact
from tests.factories.remembered import remembered

SYSTEM = Viewer.system(Door.WORKER)
BY_COMMAND = Viewer.system(Door.COMMAND)


@remembered
def an_organization(name: str = "Northgate Clinic") -> UUID:
    return add_organization(
        BY_COMMAND, name=name, description="", email="", website="", kind=OrganizationKind.COMMUNITY
    )


@remembered
def a_user(name: str = "Jo Adeyemi") -> UUID:
    return create_user(
        BY_COMMAND, email=f"{uuid7().hex}@member.example", display_name=name, password=None, is_demo=False
    )


@remembered
def a_member(*roles: Role, organization_id: UUID | None = None, name: str = "Jo Adeyemi") -> Viewer:
    """A signed-in member with these roles in one organisation."""
    user_id, organization_id = a_user(name), organization_id or an_organization()
    for role in roles:
        add_member(BY_COMMAND, user_id=user_id, organization_id=organization_id, role=role)
    return viewer_of(Viewer.nobody(Door.STAFF), user_id=user_id, organization_id=organization_id)


def a_navigator(organization_id: UUID | None = None) -> Viewer:
    return a_member(Role.NAVIGATOR, organization_id=organization_id)


@remembered
def amina(navigator: Viewer, *, name: str = "", rule: SafeContact | None = None) -> UUID:
    """A person whom `navigator` looks after; with a name or a rule if given."""
    person_id = take_in(
        navigator,
        alias="Heron",
        languages=["ar", "en"],
        rough_area="Northgate East",
        times="weekday evenings",
        access_needs="no stairs",
    )
    if name:
        set_name(navigator, person_id=person_id, name=name)
    if rule is not None:
        set_how_to_reach(navigator, person_id=person_id, rule=rule)
    return person_id


def at_own_page(person_id: UUID, *, user_id: UUID | None = None) -> Viewer:
    """The person, signed in to their own page."""
    return Viewer(
        user_id=user_id or uuid7(),
        organization_id=None,
        roles=frozenset(),
        purpose=Purpose.OWN_RECORD,
        door=Door.PORTAL,
        person_id=person_id,
        only=None,
        is_system=False,
    )
