"""A whole site goes into a folder and comes back, with real processes and real databases."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.actions.back_up import back_up
from kith.core.actions.replace_with_backup import replace_with_backup
from kith.core.actions.restore_backup import restore_backup
from kith.core.errors import Denied
from kith.core.viewer import Role
from tests.factories.core import staff
from tests.factories.site import Site, copied_site, empty_site, is_postgres

FILL = """
from kith.core.events import SiteProfileChanged
from kith.core.files import keep_file
from tests.core.test_fields import a_message
from tests.factories.core import thing_done
for number in range(30):
    thing_done(count=number)
    a_message("Amara says: line one\\nline two\\t\\\\. 'quoted' " + str(number))
keep_file(b"%PDF-paper", field="paper")
"""
SIGN_IN_AND_WORK = """
from django.contrib.sessions.backends.db import SessionStore
from kith.core.actions.start_worker import start_worker
from tests.factories.core import SYSTEM
store = SessionStore()
store["who"] = "signed-in-canary"
store.save()
print(store.session_key)
start_worker(SYSTEM)
"""
FLEETING = ("django_session", "core_worker_heartbeat")
COUNT = """
from kith.core.models import Event
from kith.post.models import OutgoingMessage
print(Event.objects.count(), OutgoingMessage.objects.count(), *sorted(OutgoingMessage.objects.first().body[:5]))
"""
FILES = """
from pathlib import Path
from uuid import UUID
from kith.core.files import read_file
from kith.core.storage.kept_files import kept_files
print([read_file(UUID(path.name)) for path in kept_files()])
"""


@pytest.fixture(scope="module")
def filled(site_template: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with copied_site(site_template, tmp_path_factory.mktemp("filled")) as made:
        made.python(FILL)
        yield made


@pytest.fixture(scope="module")
def kept_backup(filled: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "backup"
    done = filled.run("backup", str(folder))
    assert done.returncode == 0, done.stderr
    assert "keys are NOT in it" in done.stdout
    return folder


@pytest.fixture
def site(filled: Site, tmp_path: Path) -> Iterator[Site]:
    with copied_site(filled, tmp_path / "site") as made:
        yield made


@pytest.fixture
def backup(kept_backup: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept_backup, tmp_path / "backup"))


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Site]:
    with empty_site(tmp_path / "fresh") as made:
        yield made


def events_of(site: Site) -> object:
    return site.ask("SELECT count(*) FROM core_event")[0][0]


def bring_keys(site: Site, to: Site) -> None:
    shutil.rmtree(to.folder / "keys", ignore_errors=True)
    shutil.copytree(site.folder / "keys", to.folder / "keys")


def test_everything_comes_back_row_for_row(site: Site, backup: Path, fresh: Site) -> None:
    bring_keys(site, fresh)

    done = fresh.run("restore", str(backup))

    assert done.returncode == 0, done.stderr
    assert "every sum is right" in done.stdout
    assert fresh.all_rows() == site.all_rows()
    assert fresh.python(COUNT) == "60 30 A a a m r"
    assert fresh.python(FILES) == "[b'%PDF-paper']"
    assert fresh.run("audit", "verify").returncode == 0
    fresh.python(FILL)


def test_a_backup_holds_no_key_and_no_open_private_text(site: Site, backup: Path) -> None:
    secrets = [path.read_bytes() for path in (site.folder / "keys").iterdir() if path.stat().st_size]
    for path in backup.rglob("*"):
        if path.is_file():
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            assert b"Amara" not in content
            assert not [secret for secret in secrets if secret in content]
            assert path.parent.stat().st_mode & 0o077 == 0 or path.parent == backup / "files"


def test_neither_sign_ins_nor_workers_are_in_a_backup(site: Site, tmp_path: Path) -> None:
    session_key = site.python(SIGN_IN_AND_WORK).encode()
    assert [len(site.all_rows()[table]) for table in FLEETING] == [1, 1]

    done = site.run("backup", str(tmp_path / "new"))

    assert done.returncode == 0, done.stderr
    assert "everybody signs in again" in done.stdout
    held = json.loads((tmp_path / "new" / "manifest.json").read_text())["tables"]
    assert [held[table]["rows"] for table in FLEETING] == [0, 0]
    for path in (tmp_path / "new" / "database").iterdir():
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        assert session_key not in content


def test_sign_ins_and_workers_of_an_older_backup_do_not_come_back(
    site: Site, tmp_path: Path, fresh: Site
) -> None:
    site.python(SIGN_IN_AND_WORK)
    site.python(
        "from kith.core.storage import sqlite_copy, postgres_copy\n"
        "sqlite_copy.LEFT_OUT = postgres_copy.LEFT_OUT = ()\n"
        "from pathlib import Path\n"
        "from kith.core.actions.back_up import back_up\n"
        "from tests.factories.core import SYSTEM\n"
        f"back_up(SYSTEM, to=Path({str(tmp_path / 'older')!r}))"
    )
    bring_keys(site, fresh)

    done = fresh.run("restore", str(tmp_path / "older"))

    assert done.returncode == 0, done.stderr
    assert [fresh.all_rows()[table] for table in FLEETING] == [[], []]
    assert "No worker has been seen" in fresh.run("doctor").stdout


def test_other_keys_shout_also_where_nothing_private_is_kept(
    site_template: Site, tmp_path: Path, fresh: Site
) -> None:
    with copied_site(site_template, tmp_path / "bare") as bare:
        assert bare.run("backup", str(tmp_path / "small")).returncode == 0
        fresh.run("restore", str(tmp_path / "small"))

        wrong = fresh.run("doctor").stdout
        bring_keys(bare, fresh)
        right = fresh.run("doctor").stdout

    assert "BAD  1 of 1 private texts cannot be opened" in wrong
    assert "fine  Private text can be opened." in right


def test_a_restore_without_the_keys_says_so(backup: Path, fresh: Site) -> None:
    done = fresh.run("restore", str(backup))

    assert done.returncode == 0, done.stderr
    assert "Keys are missing or others: k1" in done.stderr


def test_a_database_in_use_is_not_overwritten_unless_forced(site: Site, backup: Path) -> None:
    site.python("from tests.factories.core import thing_done; thing_done()")

    refused = site.run("restore", str(backup))

    assert refused.returncode == 1
    assert "in use" in refused.stderr
    assert events_of(site) == 61
    forced = site.run("restore", str(backup), "--force")
    assert forced.returncode == 0, forced.stderr
    assert events_of(site) == 60


def test_a_backup_in_the_middle_of_work_is_of_one_moment(site: Site, tmp_path: Path, fresh: Site) -> None:
    busy = site.start(
        "-c",
        "import django; django.setup()\nfrom tests.factories.core import thing_done\nwhile True: thing_done()",
    )
    try:
        done = site.run("backup", str(tmp_path / "busy"))
    finally:
        busy.kill()
        busy.communicate()
    assert done.returncode == 0, done.stderr
    bring_keys(site, fresh)

    assert fresh.run("restore", str(tmp_path / "busy")).returncode == 0
    assert fresh.run("audit", "verify").returncode == 0


def test_a_folder_that_is_not_empty_takes_no_backup(site: Site, backup: Path) -> None:
    done = site.run("backup", str(backup))

    assert done.returncode == 1
    assert "not empty" in done.stderr


def damage_rows(backup: Path) -> None:
    if is_postgres():
        path = backup / "database" / "core_event.copy.gz"
        rows = gzip.decompress(path.read_bytes()).splitlines(keepends=True)
        path.write_bytes(gzip.compress(b"".join(rows[1:])))
        return
    path = backup / "database" / "database.sqlite3"
    content = path.read_bytes()
    assert b"test.thing_done" in content
    path.write_bytes(content.replace(b"test.thing_done", b"test.thing_d0ne", 1))


def damage_file(backup: Path) -> None:
    (path,) = [path for path in (backup / "files").rglob("*") if path.is_file()]
    path.write_bytes(b"other")


def lose_manifest(backup: Path) -> None:
    (backup / "manifest.json").unlink()


def change_manifest(backup: Path, **changes: object) -> None:
    path = backup / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


DAMAGES = {
    "rows": damage_rows,
    "a file": damage_file,
    "no manifest": lose_manifest,
    "the other database": lambda backup: change_manifest(backup, vendor="oracle"),
    "a newer Kith": lambda backup: change_manifest(backup, migrations=[["core", "9999_later"]]),
    "another format": lambda backup: change_manifest(backup, kith_backup=2),
    "unknown parts": lambda backup: change_manifest(backup, more=1),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_or_foreign_backup_changes_nothing(name: str, site: Site, backup: Path) -> None:
    before = site.all_rows()
    DAMAGES[name](backup)

    done = site.run("restore", str(backup), "--force")

    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: ")
    assert "Traceback" not in done.stderr
    assert site.all_rows() == before


def test_a_restore_waits_until_kith_is_stopped(site: Site, backup: Path) -> None:
    site.python(
        "from kith.core.actions.start_worker import start_worker as s; from tests.factories.core import *; s(SYSTEM)"
    )

    done = site.run("restore", str(backup), "--force")

    assert done.returncode == 1
    assert "Kith is running" in done.stderr


@pytest.mark.django_db
def test_only_the_system_copies_out_and_in(tmp_path: Path) -> None:
    admin = staff(Role.ADMIN)

    for refused in (
        lambda: back_up(admin, to=tmp_path / "new"),
        lambda: restore_backup(admin, folder=tmp_path),
        lambda: replace_with_backup(admin, folder=tmp_path),
    ):
        with pytest.raises(Denied):
            refused()
    assert list(tmp_path.iterdir()) == []
