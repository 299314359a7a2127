"""The town in which web and worker are killed: some lanes, each with a navigator and a partner of its own."""

from django.core.management import call_command
from django.db import transaction

from kith.accounts.actions.add_member import add_member
from kith.core.viewer import Role
from kith.partnerships.actions.add_contact import add_contact
from kith.partnerships.actions.confirm_contact import confirm_contact
from kith.partnerships.actions.set_contact_code import set_contact_code
from tests.factories.accounts import PASSWORD, a_user
from tests.factories.care import CODE, a_service
from tests.factories.consent import EVERYTHING
from tests.factories.disclosure import Town, a_town
from tests.factories.partnerships import SYSTEM, a_partner, in_force

LANES = 4
PLACES = 5000
__all__ = ["CODE", "LANES", "PASSWORD", "PLACES", "build", "contact_of", "navigator_of", "service_of"]


def navigator_of(lane: int) -> str:
    return f"navigator-{lane}@walk.example"


def contact_of(lane: int) -> str:
    return f"contact-{lane}@walk.example"


def service_of(lane: int) -> str:
    return f"Evening walk {lane}"


def build() -> None:
    call_command("collectstatic", "--noinput", verbosity=0)
    with transaction.atomic():
        town = a_town()
        for lane in range(LANES):
            _add_lane(town, lane)


def _add_lane(town: Town, lane: int) -> None:
    user_id = a_user(navigator_of(lane), name=f"Navigator {lane}")
    add_member(SYSTEM, user_id=user_id, organization_id=town.holder_id, role=Role.NAVIGATOR)
    partner_id = a_partner(town.manager, f"Partner {lane}")
    contact_id = add_contact(
        town.manager,
        organization_id=partner_id,
        name=f"Contact {lane}",
        role_title="Volunteer",
        email=contact_of(lane),
        phone="",
        language="en",
        best_time="",
    )
    confirm_contact(SYSTEM, contact_id=contact_id)
    set_contact_code(SYSTEM, contact_id=contact_id, code=CODE)
    in_force(town.manager, partner_id, promises={partner_id: 2}, scope=EVERYTHING)
    a_service(partner_id, service_of(lane), places=PLACES)
