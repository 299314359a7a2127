"""Who may do what with a service: a truth table."""

from dataclasses import replace

import pytest

from kith.core.errors import Denied, NotFound
from kith.core.ids import Ref, uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.directory.models import Service
from kith.directory.policies.service import POLICY, May, one_service, services
from kith.directory.terms import ServiceStatus
from tests.factories.core import portal_of, staff
from tests.factories.directory import NOBODY, SYSTEM, a_host, a_service, an_organization

pytestmark = pytest.mark.django_db

KEEPS = {May.CONFIRM, May.SEE_FIGURE, May.SET_PLACES, May.TAG}
LOOKS = {May.READ, May.FIND}


@pytest.mark.parametrize(
    ("role", "acts_for", "allowed"),
    [
        (Role.COORDINATOR, "own", {*LOOKS, *KEEPS, May.EDIT, May.USE_PLACES}),
        (Role.CURATOR, "own", {*LOOKS, *KEEPS, May.EDIT, May.USE_PLACES}),
        (Role.ADMIN, "own", {*LOOKS, *KEEPS, May.EDIT, May.USE_PLACES}),
        (Role.NAVIGATOR, "own", {*LOOKS, May.SEE_FIGURE, May.USE_PLACES}),
        (Role.EVALUATOR, "own", {*LOOKS, May.SEE_FIGURE, May.USE_PLACES}),
        (Role.COORDINATOR, "host", {*LOOKS, May.SEE_FIGURE, May.USE_PLACES}),
        (Role.CURATOR, "host", {*LOOKS, *KEEPS, May.EDIT, May.USE_PLACES}),
        (Role.NAVIGATOR, "host", {*LOOKS, *KEEPS, May.USE_PLACES}),
        (Role.PARTNERSHIP_MANAGER, "host", {*LOOKS, *KEEPS, May.USE_PLACES, May.SET_SIGNAL}),
        (Role.ADMIN, "host", {*LOOKS, *KEEPS, May.EDIT, May.USE_PLACES, May.SET_SIGNAL}),
        (Role.EVALUATOR, "host", {*LOOKS, May.USE_PLACES}),
        (Role.COORDINATOR, "another", {*LOOKS, May.USE_PLACES}),
        (Role.CURATOR, "another", {*LOOKS, May.USE_PLACES}),
        (Role.NAVIGATOR, "another", {*LOOKS, May.USE_PLACES}),
    ],
)
def test_what_staff_may_do(role: Role, acts_for: str, allowed: set[May]) -> None:
    own = an_organization()
    organizations = {"own": own, "host": a_host(), "another": an_organization("Elsewhere")}
    a_service(organization_id=own)
    viewer = staff(role, organization_id=organizations[acts_for])

    assert {may for may in May if services(viewer, may).exists()} == allowed


@pytest.mark.parametrize(
    ("viewer", "allowed"),
    [
        (NOBODY, LOOKS),
        (SYSTEM, set(May)),
        (portal_of(uuid7()), {*LOOKS, May.USE_PLACES}),
        (replace(Viewer.nobody(Door.ANSWER), only=Ref("referral", uuid7())), {*LOOKS, May.USE_PLACES}),
    ],
)
def test_what_others_may_do(viewer: Viewer, allowed: set[May]) -> None:
    a_host()
    a_service()

    assert {may for may in May if services(viewer, may).exists()} == allowed


def test_a_mailed_link_confirms_the_services_of_its_organisation_only() -> None:
    own = an_organization()
    service_id = a_service(organization_id=own)
    a_service("Of others")
    viewer = replace(Viewer.nobody(Door.ANSWER), organization_id=own, only=Ref("organization", own))

    assert [row.id for row in services(viewer, May.CONFIRM)] == [service_id]
    for other in (replace(viewer, door=Door.PUBLIC), replace(viewer, only=Ref("referral", own))):
        assert not services(other, May.CONFIRM).exists()
    assert not services(viewer, May.EDIT).exists()


def test_without_a_host_nobody_looks_after_the_listings_of_others() -> None:
    a_service()

    assert not services(staff(Role.CURATOR), May.CONFIRM).exists()


def test_every_thing_that_may_be_done_has_a_row() -> None:
    assert set(POLICY) == set(May)


def test_a_service_that_ended_is_read_but_not_found() -> None:
    service_id = a_service()
    Service.objects.update(status=ServiceStatus.DEFUNCT)

    assert one_service(NOBODY, service_id, May.READ).id == service_id
    assert not services(NOBODY, May.FIND).exists()


def test_no_such_service_and_not_allowed_are_two_answers() -> None:
    service_id = a_service()

    with pytest.raises(NotFound):
        one_service(NOBODY, uuid7(), May.CONFIRM)
    with pytest.raises(Denied):
        one_service(NOBODY, service_id, May.CONFIRM)
