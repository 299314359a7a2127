"""An import that is really killed: given again, it ends with the rows that it would have had."""

import json
import signal
import time
from pathlib import Path

import pytest

from tests.environment import scaled
from tests.factories.directory import hsds_service, source_id
from tests.factories.fake_feed import fake_feed
from tests.factories.played_hsds import PlayedHsds, services
from tests.factories.site import Site, copied_site

pytestmark = pytest.mark.heavy

SOURCE = "Riverside"
WAIT_SECONDS = 60
OURS = """
import json
from django.core.management import call_command
from kith.directory.actions.set_licence import set_licence
from kith.directory.models import ImportRun, Service
from kith.directory.queries.whole_services import whole_services
from kith.exchange.hsds.to_body import to_body
from tests.exchange.hsds.test_round_trip import without_ids
from tests.factories.directory import NOBODY, SYSTEM
set_licence(SYSTEM, source_name="Riverside", licence="CC0", licence_url="", attribution="")
ids = list(Service.objects.order_by("name").values_list("id", flat=True))
print(json.dumps([without_ids(to_body("service", one)) for one in whole_services(NOBODY, service_ids=ids)]))
"""


def killed_once_there(site: Site, command: list[str], question: str, least: int) -> int:
    """Start the import, kill it without warning once so much is there; returns how much there was."""
    process = site.start("manage.py", *command)
    last = time.monotonic() + WAIT_SECONDS
    try:
        while (found := count(site, question)) < least and process.poll() is None:
            assert time.monotonic() < last, "the import has not come so far"
            time.sleep(0.01)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=WAIT_SECONDS)
    assert process.returncode == -signal.SIGKILL, "it was over before it was killed"
    return found


def count(site: Site, question: str) -> int:
    [(found,)] = site.ask(question)
    return int(str(found))


def test_a_killed_import_of_a_file_ends_with_the_same_rows(site_template: Site, tmp_path: Path) -> None:
    many = scaled(5000, least=1000)
    path = tmp_path / "list.ndjson"
    phone = {"number": "0115 555 0100"}
    bodies = (
        hsds_service(f"Service {one:05}", phones=[{"id": source_id(f"p{one}"), **phone}])
        for one in range(many)
    )
    path.write_text("\n".join(map(json.dumps, bodies)), "utf-8")
    command = ["import_hsds", str(path), "--source", SOURCE]

    with copied_site(site_template, tmp_path / "whole") as whole:
        assert whole.run(*command).returncode == 0
        wanted = whole.python(OURS)
    with copied_site(site_template, tmp_path / "killed") as site:
        before = killed_once_there(site, command, "SELECT count(*) FROM directory_service", 1)
        left = count(site, "SELECT count(*) FROM directory_service")
        again = site.run(*command)
        found = site.python(OURS)

    assert 0 < before <= left < many
    assert left % 250 == 0, "a batch is there whole or not at all"
    assert f"{many - left} new, 0 changed, {left} as before, 0 no longer" in again.stdout
    assert found == wanted


def test_a_killed_crawl_fetches_nothing_twice_and_ends_with_the_same_rows(
    site_template: Site, tmp_path: Path
) -> None:
    many = services(scaled(400, least=16))
    one_at = [f"/services/{body['id']}" for body in many]

    with fake_feed(PlayedHsds(many)) as feed:
        command = ["import_hsds", feed.base, "--source", SOURCE, "--allow-http", "--allow-local"]
        with copied_site(site_template, tmp_path / "whole") as whole:
            assert whole.run(*command).returncode == 0
            wanted = whole.python(OURS)
        feed.asked.clear()
        with copied_site(site_template, tmp_path / "killed") as site:
            killed_once_there(site, command, "SELECT count(*) FROM directory_crawled_record", 5)
            kept = count(site, "SELECT count(*) FROM directory_crawled_record")
            asked_before = [path for path in feed.paths() if path in one_at]
            feed.asked.clear()
            again = site.run(*command)
            asked_after = [path for path in feed.paths() if path in one_at]
            found = site.python(OURS)

    assert 5 <= kept < len(many)
    assert len(asked_after) == len(many) - kept
    assert set(asked_before) | set(asked_after) == set(one_at)
    assert f"{len(many)} new, 0 changed, 0 as before" in again.stdout
    assert found == wanted
