"""Both sides read what became of a promise; nobody else does; Kith itself writes it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from kith.core.ids import uuid7
from kith.core.viewer import Door, Role, Viewer
from kith.partnerships.models import PromiseOutcome
from kith.partnerships.policies.promise_outcome import May, outcomes
from kith.partnerships.terms import PromiseResult
from tests.factories.partnerships import SYSTEM, a_member

pytestmark = pytest.mark.django_db
READING = {
    Role.NAVIGATOR,
    Role.CLINICIAN,
    Role.PARTNERSHIP_MANAGER,
    Role.COORDINATOR,
    Role.ADMIN,
}


@pytest.fixture(autouse=True)
def outcome(clinic: UUID, mosque: UUID) -> None:
    PromiseOutcome.objects.create(
        source_id=uuid7(),
        promiser_id=mosque,
        towards_id=clinic,
        asked_at=datetime(2027, 3, 1, tzinfo=UTC),
        result=PromiseResult.WAITING.value,
    )


def allowed(viewer: Viewer) -> set[May]:
    return {may for may in May if outcomes(viewer, may).exists()}


@pytest.mark.parametrize("role", Role)
def test_the_two_sides_read_alike(role: Role, clinic: UUID, mosque: UUID, stranger: Viewer) -> None:
    assert stranger.organization_id is not None
    seen = {May.READ} if role in READING else set()

    assert allowed(a_member(mosque, role)) == seen
    assert allowed(a_member(clinic, role)) == seen
    assert allowed(a_member(stranger.organization_id, role)) == set()


def test_kith_itself_writes(manager: Viewer) -> None:
    assert allowed(SYSTEM) == set(May)
    assert allowed(Viewer.nobody(Door.PUBLIC)) == set()
