"""Naming someone who should not see it, and taking that back."""

import pytest

from kith.consent.actions.exclude import exclude
from kith.consent.actions.lift_exclusion import lift_exclusion
from kith.consent.facts import Excluded
from kith.consent.models import Exclusion
from kith.consent.queries.standing import standing
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role
from tests.factories.consent import ABOUT, SYSTEM
from tests.factories.core import portal_of
from tests.factories.partnerships import a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder():
    return an_organization("Northgate Together")


@pytest.fixture
def al_noor():
    return an_organization("Al-Noor Mosque")


@pytest.fixture
def navigator(holder):
    return a_member(holder, Role.NAVIGATOR)


def excluded(person_id, holder_id, recipient_id, contact_id):
    return standing(
        SYSTEM,
        person_id=person_id,
        holder_id=holder_id,
        recipient_id=recipient_id,
        contact_id=contact_id,
        about=ABOUT,
    ).excluded


def test_excluding_a_partner_covers_everyone_there(navigator, holder, al_noor):
    person_id = uuid7()
    exclude(
        navigator,
        person_id=person_id,
        holder_id=holder,
        organization_id=al_noor,
        contact_id=None,
        words="My uncle goes there",
    )

    assert excluded(person_id, holder, al_noor, None) is Excluded.THE_ORGANISATION
    assert excluded(person_id, holder, al_noor, uuid7()) is Excluded.THE_ORGANISATION
    assert excluded(person_id, holder, an_organization("Open Door"), None) is Excluded.NOT_EXCLUDED
    assert excluded(uuid7(), holder, al_noor, None) is Excluded.NOT_EXCLUDED


def test_excluding_one_human_leaves_the_others_there(navigator, holder, al_noor):
    person_id, yusuf, fatima = uuid7(), uuid7(), uuid7()
    exclude(
        navigator,
        person_id=person_id,
        holder_id=holder,
        organization_id=al_noor,
        contact_id=yusuf,
        words="",
    )

    assert excluded(person_id, holder, al_noor, yusuf) is Excluded.SOMEONE_THERE
    assert excluded(person_id, holder, al_noor, fatima) is Excluded.NOT_EXCLUDED
    assert excluded(person_id, holder, al_noor, None) is Excluded.SOMEONE_THERE


def test_saying_it_twice_is_one_exclusion(navigator, holder, al_noor):
    said = {
        "person_id": uuid7(),
        "holder_id": holder,
        "organization_id": al_noor,
        "contact_id": None,
        "words": "",
    }

    assert exclude(navigator, **said) == exclude(navigator, **said)
    assert len(events_of_kind("consent.exclusion_made")) == 1


def test_the_event_is_the_holders_and_never_the_excluded_ones(navigator, holder, al_noor):
    exclude(
        navigator,
        person_id=uuid7(),
        holder_id=holder,
        organization_id=al_noor,
        contact_id=None,
        words="My uncle goes there",
    )

    event = events_of_kind("consent.exclusion_made")[0]
    assert event.organization_id == holder
    assert "uncle" not in str(event.payload)


def test_lifting_lets_them_see_again_and_twice_is_no_error(navigator, holder, al_noor):
    person_id = uuid7()
    exclusion_id = exclude(
        navigator,
        person_id=person_id,
        holder_id=holder,
        organization_id=al_noor,
        contact_id=None,
        words="",
    )

    lift_exclusion(portal_of(person_id), exclusion_id=exclusion_id)
    lift_exclusion(portal_of(person_id), exclusion_id=exclusion_id)

    assert excluded(person_id, holder, al_noor, None) is Excluded.NOT_EXCLUDED
    assert len(events_of_kind("consent.exclusion_lifted")) == 1


def test_the_excluded_ones_cannot_find_or_lift_it(navigator, holder, al_noor):
    exclusion_id = exclude(
        navigator,
        person_id=uuid7(),
        holder_id=holder,
        organization_id=al_noor,
        contact_id=None,
        words="",
    )

    with pytest.raises(NotFound):
        lift_exclusion(a_member(al_noor, Role.NAVIGATOR), exclusion_id=exclusion_id)
    with pytest.raises(Denied):
        lift_exclusion(a_member(holder, Role.PRIVACY_OFFICER), exclusion_id=exclusion_id)


def test_only_who_speaks_for_the_person_excludes(holder, al_noor):
    with pytest.raises(NotFound):
        exclude(
            a_member(al_noor, Role.NAVIGATOR),
            person_id=uuid7(),
            holder_id=holder,
            organization_id=al_noor,
            contact_id=None,
            words="",
        )
    assert not Exclusion.objects.exists()
