"""A town that runs, for stories from end to end."""

from collections.abc import Iterator

import pytest

from tests.architecture.house import BASE
from tests.factories.site import Site, copied_site
from tests.journeys.real_directory import REAL_SERVICES, prepare_real_town
from tests.journeys.running import RunningSite, running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo_template(site_template: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo town in a site of its own, made once a run."""
    with copied_site(site_template, tmp_path_factory.mktemp("demo")) as site:
        done = site.run("demo", KITH_DEMO="1")
        assert done.returncode == 0, done.stderr
        assert site.run("collectstatic", "--noinput", "--verbosity", "0").returncode == 0
        yield site


@pytest.fixture
def demo_town(demo_template: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """A fresh copy of the demo town that runs."""
    with copied_site(demo_template, tmp_path_factory.mktemp("town")) as site, running(site) as town:
        yield town


@pytest.fixture
def real_town(site_template: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """A site that has taken in the 2,851 real services, with its own clinic as host."""
    if not REAL_SERVICES.exists():
        pytest.skip(f"The real directory is not here ({REAL_SERVICES.relative_to(BASE.parent)}).")
    with copied_site(site_template, tmp_path_factory.mktemp("real")) as site:
        done = site.run("import_hsds", str(REAL_SERVICES), "--source", "haarrrvest")
        assert done.returncode == 0, done.stdout + done.stderr
        prepare_real_town(site)
        assert site.run("collectstatic", "--noinput", "--verbosity", "0").returncode == 0
        with running(site) as town:
            yield town
