"""A confidential place is its own organisation's: in rows, addresses, links and what hangs on it."""

from dataclasses import replace
from uuid import UUID

import pytest

from kith.core.viewer import Role, Viewer
from kith.directory.models import Phone, Schedule
from kith.directory.policies.place import addresses, details, locations, services_at
from kith.directory.records import PhoneRecord
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_host, a_place, a_service, an_organization, at, weekly

pytestmark = pytest.mark.django_db


@pytest.fixture
def refuge() -> UUID:
    """An organisation with one service at a confidential place."""
    own = an_organization("Safe House")
    place = a_place(is_confidential=True)
    hidden = replace(
        place.location,
        phones=(PhoneRecord(number="0115 555 0199"),),
        schedules=(weekly("MO", "09:00", "10:00"),),
    )
    a_service(organization_id=own, details=at(replace(place, location=hidden)))
    return own


def sees(viewer: Viewer) -> set[bool]:
    rows = (locations(viewer), addresses(viewer), services_at(viewer))
    hanging = (details(viewer, Phone), details(viewer, Schedule))
    return {found.exists() for found in (*rows, *hanging)}


def test_the_public_knows_nothing_of_it(refuge: UUID) -> None:
    assert sees(NOBODY) == {False}


def test_staff_of_others_and_of_the_host_know_nothing_of_it(refuge: UUID) -> None:
    assert sees(staff(Role.NAVIGATOR)) == {False}
    assert sees(staff(Role.CURATOR, organization_id=a_host())) == {False}


def test_its_own_staff_and_kith_itself_know_it(refuge: UUID) -> None:
    assert sees(staff(Role.COORDINATOR, organization_id=refuge)) == {True}
    assert sees(SYSTEM) == {True}


def test_an_ordinary_place_is_public() -> None:
    a_service(details=at(a_place()))

    assert locations(NOBODY).exists()
    assert addresses(NOBODY).exists()
