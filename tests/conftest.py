"""Fixtures that every test may use."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation

from tests.browser.chromium import chromium
from tests.factories.remembered import MEMORY, watched
from tests.factories.site import is_postgres
from tests.factories.site_fixtures import site_template
from tests.quick_flush import use_quick_flush

__all__ = ["chromium", "site_template"]

# These touch no database: beside the run on SQLite, which has them all, PostgreSQL's leaves them out.
NO_DATABASE = [
    "browser/test_sweep_sees.py",
    "cli/test_validate_hsds.py",
    "consent/test_decide.py",
    "consent/test_law_matrix.py",
    "core/opening_times",
    "exchange/fetching",
    "exchange/hsds/validating",
    "matching",
    "post/test_safe_contact.py",
    "web/test_translations.py",
]
collect_ignore = NO_DATABASE if is_postgres() else []


def pytest_configure() -> None:
    use_quick_flush()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture(autouse=True)
def in_english() -> None:
    """Each test begins in English, whatever language a page was last asked for in."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def factories_remember(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test is undone at its end; where it is not, factories run as they are."""
    marker = request.node.get_closest_marker("django_db")
    is_lasting = "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))
    MEMORY.begins(is_known=not is_lasting)
    with connection.execute_wrapper(watched):
        yield


@pytest.fixture
def cache_table(db: None) -> None:
    """The cache's table, which the framework does not make in tests."""
