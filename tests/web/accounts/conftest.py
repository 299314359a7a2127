import time
from collections.abc import Iterator
from types import SimpleNamespace
from uuid import UUID

import pytest
from allauth.mfa.totp.internal import auth as one_time_codes
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from kith.core.viewer import Role, Viewer
from tests.factories import accounts as make
from tests.web.accounts import at_the_keyboard as keyboard

ADMIN = "admin@harbour.example"
NAVIGATOR = "nia@harbour.example"


@pytest.fixture(autouse=True)
def no_earlier_tries(db: None) -> Iterator[None]:
    """Limits and used codes live in the cache's table, which some tests leave behind."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A page in Arabic leaves its language behind in the thread that asked for it."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def codes_do_not_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code lives for half a minute at most: a test that reads one and sends it may not straddle its end."""
    now = time.time()
    monkeypatch.setattr(one_time_codes, "time", SimpleNamespace(time=lambda: now))


@pytest.fixture
def harbour(db: None) -> UUID:
    return make.an_organization("Harbour House")


@pytest.fixture
def lantern(db: None) -> UUID:
    return make.an_organization("Lantern Legal Aid")


@pytest.fixture
def admin(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.ADMIN, email=ADMIN, name="Ada Admin")


@pytest.fixture
def navigator(harbour: UUID) -> Viewer:
    return make.a_member(harbour, Role.NAVIGATOR, email=NAVIGATOR, name="Nia Navigator")


@pytest.fixture
def admins_browser(admin: Viewer) -> Client:
    return keyboard.signed_in(ADMIN)


@pytest.fixture
def navigators_browser(navigator: Viewer) -> Client:
    return keyboard.signed_in(NAVIGATOR)
