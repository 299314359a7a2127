"""The truth table of the ledger."""

from dataclasses import replace

import pytest

from kith.core.errors import Denied
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.disclosure.policies.disclosure import May, disclosures, items_of
from kith.disclosure.policies.sharing import check_may_share
from tests.factories.core import portal_of, staff
from tests.factories.disclosure import SYSTEM, a_town, told_all

pytestmark = pytest.mark.django_db
SENDS = {"navigator", "clinician", "person", "system"}
RECEIVES = {
    "recipient's coordinator",
    "recipient's navigator",
    "recipient's clinician",
    "recipient by its link",
}
TABLE = {
    May.SEE_THAT_IT_IS: SENDS | {"privacy_officer"},
    May.READ: SENDS | RECEIVES,
    May.STOP: SENDS,
}


@pytest.fixture
def scene():
    town = a_town()
    ask, _name, about = told_all(town)
    here = {role.value: staff(role, organization_id=town.holder_id) for role in Role}
    there = {f"recipient's {role.value}": staff(role, organization_id=town.recipient_id) for role in Role}
    elsewhere = {f"other's {role.value}": staff(role) for role in Role}
    by_link = town.by_link(about)
    viewers = {
        **here,
        **there,
        **elsewhere,
        "person": town.person,
        "another person": portal_of(uuid7()),
        "a person not in the portal": replace(town.person, door=Door.STAFF),
        "nobody": Viewer.nobody(Door.PUBLIC),
        "recipient by its link": by_link,
        "recipient by a link about something else": replace(by_link, only=Ref("referral", uuid7())),
        "another partner by a link about it": replace(by_link, organization_id=uuid7()),
        "a link without a partner": replace(by_link, organization_id=None),
        "a link that is not the door": replace(by_link, door=Door.STAFF),
        "recipient's coordinator narrowed to one record": replace(
            there["recipient's coordinator"], only=Ref("referral", uuid7())
        ),
        "system": SYSTEM,
    }
    return town, ask, viewers


@pytest.mark.parametrize("may", May)
def test_who_may_do_what_with_a_line_of_the_ledger(scene, may):
    _town, ask, viewers = scene

    assert {name for name, viewer in viewers.items() if disclosures(viewer, may).exists()} == TABLE[may]
    assert {name for name, viewer in viewers.items() if items_of(viewer, [ask], may).exists()} == TABLE[may]


def test_who_may_tell_a_partner(scene):
    town, _ask, viewers = scene

    def may(viewer):
        try:
            check_may_share(viewer, person_id=town.person_id, holder_id=town.holder_id)
        except Denied:
            return False
        return True

    assert {name for name, viewer in viewers.items() if may(viewer)} == SENDS
