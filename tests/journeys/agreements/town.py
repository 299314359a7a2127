"""The town before the story begins: who is there, on which days, and what they offer. No two have agreed on anything yet.

Made by actions. From here on the stories use pages only; besides, they move the clock and read the mailbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.accounts.actions.add_member import add_member
from kith.accounts.actions.create_user import create_user
from kith.accounts.queries.viewer_of import viewer_of
from kith.core.viewer import Door, Role, Viewer
from kith.directory.actions.add_organization import add_organization
from kith.directory.actions.add_service import add_service
from kith.directory.records.listing import ServiceDetails
from kith.directory.terms import OrganizationKind, Topic
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.welcome_partner import welcome_partner
from tests.factories.consent import a_site, adopted

SYSTEM = Viewer.system(Door.COMMAND)
PASSWORD = "kith-demo"
EVERY_DAY = dict.fromkeys(range(7), ("09:00", "17:00"))
LAW_HELP = "Housing law advice"


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation, the named person there, and whether that person signs in."""

    name: str
    kind: OrganizationKind
    contact: str
    email: str
    signs_in: tuple[Role, ...] = ()


HOUSING = Place(
    "Open Door Housing Advice",
    OrganizationKind.HOUSING,
    "Sahra Warsame",
    "sahra@opendoor.example",
    (Role.PARTNERSHIP_MANAGER,),
)
MOSQUE = Place("Al-Noor Mosque", OrganizationKind.FAITH, "Fatima Saleh", "fatima@alnoor.example")
LAWYERS = Place(
    "Northgate Law Centre",
    OrganizationKind.LEGAL,
    "Peter Novak",
    "peter@lawcentre.example",
    (Role.PARTNERSHIP_MANAGER, Role.COORDINATOR),
)
FOOD = Place("Mill Lane Food Hub", OrganizationKind.COMMUNITY, "Tom Brandt", "tom@foodhub.example")
PEERS = Place("Northgate Peer Line", OrganizationKind.PEER, "Sam Ito", "sam@peerline.example")
SCHOOL = Place("Northgate Learning Centre", OrganizationKind.SCHOOL, "Ines Duarte", "ines@learning.example")
DOCTORS = Place("Hilltop Health Centre", OrganizationKind.HEALTH, "Linh Tran", "linh@hilltop.example")
PLACES = (HOUSING, MOSQUE, LAWYERS, FOOD, PEERS, SCHOOL, DOCTORS)
NAVIGATOR = "jo@opendoor.example"


def build_town() -> Mapping[str, UUID]:
    """Seven organisations, each welcomed, with a named person; housing runs the site. Ids by name."""
    ids = {
        one.name: add_organization(SYSTEM, name=one.name, description="", email="", website="", kind=one.kind)
        for one in PLACES
    }
    host = ids[HOUSING.name]
    a_site(host_id=host)
    adopted()
    _sign_in(NAVIGATOR, "Jo Adeyemi", host, Role.NAVIGATOR)
    manager = _sign_in(HOUSING.email, HOUSING.contact, host, *HOUSING.signs_in)
    for one in PLACES:
        _welcome(manager, one, ids[one.name])
    add_service(
        SYSTEM,
        organization_id=ids[LAWYERS.name],
        name=LAW_HELP,
        description="A lawyer reads the letter with you and writes the answer.",
        languages=["en", "ar"],
        topics=[Topic.LEGAL],
        details=ServiceDetails(),
    )
    return ids


def _welcome(manager: Viewer, one: Place, organization_id: UUID) -> None:
    welcome_partner(
        manager,
        organization_id=organization_id,
        code_word="walnut",
        timezone="UTC",
        days=EVERY_DAY,
        closed_on=[],
    )
    contact_id = add_contact(
        manager,
        organization_id=organization_id,
        name=one.contact,
        role_title="Coordinator",
        email=one.email,
        phone="617 555 0133",
        language="en",
    )
    confirm_contact(SYSTEM, contact_id=contact_id)
    if one.signs_in and one is not HOUSING:
        _sign_in(one.email, one.contact, organization_id, *one.signs_in)


def _sign_in(email: str, name: str, organization_id: UUID, *roles: Role) -> Viewer:
    user_id = create_user(SYSTEM, email=email, display_name=name, password=PASSWORD, is_demo=True)
    for role in roles:
        add_member(SYSTEM, user_id=user_id, organization_id=organization_id, role=role)
    return viewer_of(Viewer.nobody(Door.STAFF), user_id=user_id, organization_id=organization_id)
