from uuid import UUID

import pytest

from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make


@pytest.fixture
def harbour(db: None) -> UUID:
    return make.an_organization("Harbour House")


@pytest.fixture
def lantern(db: None) -> UUID:
    return make.an_organization("Lantern Legal Aid")


@pytest.fixture
def admin(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.ADMIN, email="admin@harbour.example", name="Ada Admin")


@pytest.fixture
def host_admin(db: None) -> Viewer:
    return make.a_member(make.a_host(), Role.ADMIN, email="hana@host.example", name="Hana Host")


@pytest.fixture
def navigator(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.NAVIGATOR, email="nia@harbour.example", name="Nia Navigator")
