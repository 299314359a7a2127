from dataclasses import replace

import pytest

from kith.core.ids import uuid7
from kith.core.viewer import Door, Purpose, Role, Viewer
from tests.factories.core import staff


@pytest.mark.parametrize("door", list(Door))
def test_nobody_may_nothing(door: Door) -> None:
    viewer = Viewer.nobody(door)

    assert viewer.door is door
    assert not viewer.is_system
    assert not viewer.has(*Role)
    assert viewer.user_id is viewer.organization_id is viewer.person_id is viewer.only is None


@pytest.mark.parametrize("door", [Door.PUBLIC, Door.STAFF, Door.PORTAL, Door.ANSWER])
def test_the_system_does_not_come_in_by_a_door_for_people(door: Door) -> None:
    with pytest.raises(ValueError, match="does not come in"):
        Viewer.system(door)


@pytest.mark.parametrize("door", [Door.COMMAND, Door.WORKER])
def test_the_system_comes_in_by_command_and_worker(door: Door) -> None:
    assert Viewer.system(door).is_system
    assert Viewer.system(door).purpose is Purpose.OPERATIONS


def test_a_role_counts_only_for_an_organisation() -> None:
    admin = staff(Role.ADMIN)

    assert admin.has(Role.ADMIN)
    assert admin.has(Role.CURATOR, Role.ADMIN)
    assert not admin.has(Role.CURATOR)
    assert not admin.has()
    assert not replace(admin, organization_id=None).has(Role.ADMIN)


def test_the_system_has_no_role() -> None:
    assert not replace(Viewer.system(Door.WORKER), organization_id=uuid7()).has(*Role)
