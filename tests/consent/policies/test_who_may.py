"""The truth table of the room: who may do what with consents, words and exclusions."""

from dataclasses import replace

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.policies.exclusion import May as MayExclusion
from kith.consent.policies.exclusion import exclusions
from kith.consent.policies.giving import check_speaks_for
from kith.consent.policies.grant import May, directives, grants
from kith.consent.policies.law import May as MayLaw
from kith.consent.policies.law import adoptions
from kith.core.errors import NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from tests.factories.consent import SYSTEM, adopted, agreed
from tests.factories.core import portal_of, staff
from tests.factories.partnerships import a_member, an_organization

pytestmark = pytest.mark.django_db
SEES = {"navigator", "clinician", "person", "system"}
TABLE = {
    May.SEE_THAT_IT_IS: SEES | {"privacy_officer"},
    May.READ: SEES,
    May.GIVE: SEES,
    May.CHANGE: SEES,
}


@pytest.fixture
def viewers():
    holder, recipient = an_organization("Northgate Together"), an_organization("Al-Noor Mosque")
    person_id = uuid7()
    writer = a_member(holder, Role.NAVIGATOR)
    agreed(writer, person_id=person_id, holder_id=holder, recipient_id=recipient)
    exclude(
        writer,
        person_id=person_id,
        holder_id=holder,
        organization_id=recipient,
        contact_id=None,
        words="x",
    )
    adopted()
    here = {role.value: staff(role, organization_id=holder) for role in Role}
    there = {f"recipient's {role.value}": staff(role, organization_id=recipient) for role in Role}
    elsewhere = {f"other's {role.value}": staff(role) for role in Role}
    return {
        **here,
        **there,
        **elsewhere,
        "person": portal_of(person_id),
        "another person": portal_of(uuid7()),
        "a person not in the portal": replace(portal_of(person_id), door=Door.STAFF),
        "nobody": Viewer.nobody(Door.PUBLIC),
        "recipient by link": replace(
            Viewer.nobody(Door.ANSWER), organization_id=recipient, only=Ref("referral", uuid7())
        ),
        "holder's navigator narrowed to one record": replace(
            here["navigator"], only=Ref("referral", uuid7())
        ),
        "a member without a role": replace(here["navigator"], roles=frozenset()),
        "system": SYSTEM,
    }


def allowed(viewers, rows):
    return {name for name, viewer in viewers.items() if rows(viewer).exists()}


@pytest.mark.parametrize("may", May)
def test_who_may_do_what_with_a_consent(viewers, may):
    assert allowed(viewers, lambda viewer: grants(viewer, may)) == TABLE[may]
    assert allowed(viewers, lambda viewer: directives(viewer, may)) == TABLE[may]


@pytest.mark.parametrize("may", MayExclusion)
def test_who_may_do_what_with_an_exclusion(viewers, may):
    assert allowed(viewers, lambda viewer: exclusions(viewer, may)) == TABLE[May(may.value)]


def test_everyone_who_is_signed_in_may_know_the_law(viewers):
    not_signed_in = {"nobody", "recipient by link"}

    assert allowed(viewers, lambda viewer: adoptions(viewer, MayLaw.READ)) == set(viewers) - not_signed_in


def test_who_may_speak_for_a_person(viewers):
    person_id = viewers["person"].person_id
    holder_id = viewers["navigator"].organization_id

    def speaks(viewer):
        try:
            check_speaks_for(viewer, person_id=person_id, holder_id=holder_id)
        except NotFound:
            return False
        return True

    assert {name for name, viewer in viewers.items() if speaks(viewer)} == SEES
