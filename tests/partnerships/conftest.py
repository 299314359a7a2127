"""A clinic, a mosque and a housing charity that work together."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.viewer import Role, Viewer
from tests.factories.partnerships import a_member, a_partner, an_organization, make_host

TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_a_tuesday() -> Iterator[None]:
    with clock.at(TUESDAY):
        yield


@pytest.fixture
def clinic(db: None) -> UUID:
    return an_organization("Northgate Clinic")


@pytest.fixture
def manager(clinic: UUID) -> Viewer:
    """The partnership manager of the clinic, which runs the site."""
    manager = a_member(clinic, Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def navigator(clinic: UUID) -> Viewer:
    return a_member(clinic, Role.NAVIGATOR)


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    return a_partner(manager, "Al-Noor Mosque")


@pytest.fixture
def coordinator(mosque: UUID) -> Viewer:
    """The mosque's coordinator."""
    return a_member(mosque, Role.COORDINATOR)


@pytest.fixture
def stranger(db: None) -> Viewer:
    """A partnership manager of an organisation that has no part in anything."""
    return a_member(an_organization("Harbour Legal Aid"), Role.PARTNERSHIP_MANAGER)
