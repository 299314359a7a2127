from collections.abc import Callable

import pytest

from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.directory.policies.organization import POLICY, May, check_may_add, one_organization, organizations
from kith.directory.policies.source import check_may_import
from tests.factories.core import staff
from tests.factories.directory import NOBODY, SYSTEM, a_host, an_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "acts_for", "may_add_service"),
    [
        (Role.COORDINATOR, "own", True),
        (Role.CURATOR, "own", True),
        (Role.ADMIN, "own", True),
        (Role.NAVIGATOR, "own", False),
        (Role.CURATOR, "host", True),
        (Role.PARTNERSHIP_MANAGER, "host", True),
        (Role.COORDINATOR, "host", False),
        (Role.ADMIN, "another", False),
    ],
)
def test_who_may_add_a_service(role: Role, acts_for: str, may_add_service: bool) -> None:
    own = an_organization()
    ids = {"own": own, "host": a_host(), "another": an_organization("Elsewhere")}
    viewer = staff(role, organization_id=ids[acts_for])

    assert organizations(viewer, May.READ).filter(pk=own).exists()
    assert organizations(viewer, May.ADD_SERVICE).filter(pk=own).exists() is may_add_service


def test_nobody_reads_and_adds_nothing() -> None:
    own = an_organization()

    assert one_organization(NOBODY, own, May.READ).id == own
    with pytest.raises(Denied):
        one_organization(NOBODY, own, May.ADD_SERVICE)
    with pytest.raises(NotFound):
        one_organization(NOBODY, uuid7(), May.READ)


def test_every_thing_that_may_be_done_has_a_row() -> None:
    assert set(POLICY) == set(May)


@pytest.mark.parametrize(
    ("role", "may_add", "may_import"),
    [
        (Role.CURATOR, True, True),
        (Role.ADMIN, True, True),
        (Role.PARTNERSHIP_MANAGER, True, False),
        (Role.NAVIGATOR, False, False),
        (Role.COORDINATOR, False, False),
    ],
)
def test_who_of_the_host_may_add_and_import(role: Role, may_add: bool, may_import: bool) -> None:
    viewer = staff(role, organization_id=a_host())

    assert is_allowed(check_may_add, viewer) is may_add
    assert is_allowed(check_may_import, viewer) is may_import


@pytest.mark.parametrize("check", [check_may_add, check_may_import])
def test_a_curator_of_another_organisation_and_the_public_may_not(check: Callable[[Viewer], None]) -> None:
    a_host()

    assert not is_allowed(check, staff(Role.CURATOR))
    assert not is_allowed(check, NOBODY)
    assert is_allowed(check, SYSTEM)


def is_allowed(check: Callable[[Viewer], None], viewer: Viewer) -> bool:
    try:
        check(viewer)
    except Denied:
        return False
    return True
