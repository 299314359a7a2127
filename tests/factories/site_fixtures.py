"""A migrated site, made once a test run; tests take copies of it."""

from collections.abc import Iterator

import pytest

from tests.factories.site import Site, empty_site


@pytest.fixture(scope="session")
def site_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with empty_site(tmp_path_factory.mktemp("template")) as site:
        done = site.run("migrate", "--verbosity", "0")
        assert done.returncode == 0, done.stderr
        yield site
