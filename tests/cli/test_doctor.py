"""Each thing the doctor looks at, well and unwell."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest
from django.core.checks import ERROR, WARNING
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from kith.accounts.actions.create_user import create_user
from kith.cli.command import SYSTEM
from kith.cli.deploy_checks import check_site
from kith.cli.doctor import database, keys, search, site, work
from kith.cli.doctor.finding import Finding, Level
from kith.cli.doctor.mail import SMTP, mail_server_findings, mail_settings_findings
from kith.consent.actions.adopt_law_pack import adopt_law_pack
from kith.consent.law import PACKS
from kith.consent.models import LawPackAdoption
from kith.consent.terms import LegalStatus
from kith.core import clock
from kith.core.actions.set_site_profile import set_site_profile
from kith.core.actions.start_worker import start_worker
from kith.core.ids import uuid7
from kith.core.keys import field_keys
from kith.core.models import ScheduledJob
from kith.core.storage import settings_of_database
from kith.directory.actions.keep_search_generation import keep_search_generation
from kith.directory.generations import FAR_BEHIND
from kith.directory.models import SearchRecord, SearchState
from kith.directory.searching.records import forget_built
from tests.core.test_fields import a_message
from tests.factories.core import thing_done
from tests.factories.core_site import a_profile
from tests.factories.core_tasks import works
from tests.factories.directory import a_service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(settings: Settings, tmp_path: Path) -> Path:
    settings.KITH_KEYS_DIR = tmp_path / "keys"
    settings.KITH_IS_DEMO = False
    settings.IS_HTTPS = False
    field_keys()
    return tmp_path / "keys"


def levels(findings: Iterator[Finding], words: str) -> list[Level]:
    return [finding.level for finding in findings if words in finding.sentence]


def demo_user() -> None:
    create_user(SYSTEM, email="n@demo.example", display_name="N", password="kith-demo", is_demo=True)


def test_the_database_is_there_and_migrated() -> None:
    found = list(database.database_findings())

    assert levels(iter(found), "answers") == levels(iter(found), "All migrations") == [Level.FINE]


def test_a_database_that_is_set_unsafely_or_behind_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_of_database, "SQLITE_WANTED", {"synchronous": "9"})
    monkeypatch.setattr(settings_of_database, "POSTGRES_WANTED", {"fsync": "9"})
    monkeypatch.setattr(settings_of_database, "OLDEST_POSTGRES", 990_000)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'care'")

    found = list(database.database_findings())

    assert Level.BAD in levels(iter(found), "not set safely")
    assert levels(iter(found), "migrations are open") == [Level.BAD]


def test_a_database_that_cannot_be_reached_is_bad() -> None:
    with mock.patch.object(connection, "ensure_connection", side_effect=OperationalError("away")):
        assert levels(database.database_findings(), "cannot be reached") == [Level.BAD]


def test_keys_that_others_may_read_are_bad(own_keys: Path) -> None:
    assert levels(keys.key_folder_findings(), "Only this account") == [Level.FINE]

    (own_keys / "fields.json").chmod(0o640)

    assert levels(keys.key_folder_findings(), "Other accounts may read") == [Level.BAD]


def test_keys_beside_the_data_of_a_real_site_should_be_moved(settings: Settings, own_keys: Path) -> None:
    settings.KITH_DATA_DIR = own_keys.parent
    assert levels(keys.key_folder_findings(), "inside the data folder") == []

    settings.IS_HTTPS = True

    assert levels(keys.key_folder_findings(), "inside the data folder") == [Level.LOOK]


def test_a_missing_key_is_bad(own_keys: Path) -> None:
    a_message("Body")
    assert levels(keys.sealed_text_findings(), "can be opened") == [Level.FINE]

    shutil.rmtree(own_keys)

    assert levels(keys.sealed_text_findings(), "cannot be opened") == [Level.BAD]


def test_a_search_index_that_is_missing_behind_or_tells_too_much_is_named() -> None:
    assert [one.level for one in search.search_findings()] == [Level.FINE]
    a_service()
    assert levels(search.search_findings(), "is not built") == [Level.LOOK]
    keep_search_generation(SYSTEM)
    assert levels(search.search_findings(), "knows 1 services") == [Level.FINE]

    SearchRecord.objects.bulk_create(
        SearchRecord(service_id=uuid7(), sequence=2, is_gone=True, places=-1) for _ in range(FAR_BEHIND + 1)
    )
    assert levels(search.search_findings(), "2000 changes behind") == [Level.LOOK]
    forget_built()
    assert levels(search.search_findings(), "hidden now") == [Level.LOOK]
    SearchState.objects.update(is_filled=False)
    assert levels(search.search_findings(), "does not know every service") == [Level.LOOK]


def test_demo_sign_ins_shout_on_a_real_site(settings: Settings) -> None:
    assert levels(site.demo_findings(), "no demo sign-ins") == [Level.FINE]
    demo_user()

    assert levels(site.demo_findings(), "DEMO SIGN-INS") == [Level.BAD]

    settings.KITH_IS_DEMO = True
    assert list(site.demo_findings()) == []
    settings.IS_HTTPS = True
    assert [finding.level for finding in site.demo_findings()] == [Level.BAD, Level.BAD]


def test_a_site_that_is_not_set_up_is_bad() -> None:
    assert levels(site.profile_findings(), "not set up") == [Level.BAD]


def test_a_profile_without_lines_law_and_duty_is_named() -> None:
    set_site_profile(SYSTEM, **a_profile(host_organization_id=uuid7(), duty_user_id=uuid7()))
    assert [finding.level for finding in site.profile_findings()] == [Level.FINE]

    set_site_profile(SYSTEM, **a_profile(host_organization_id=uuid7(), talk_line="", jurisdiction=""))

    assert [finding.level for finding in site.profile_findings()] == [
        Level.BAD,
        Level.BAD,
        Level.LOOK,
        Level.FINE,
    ]


def test_the_law_is_looked_at_before_it_ends() -> None:
    set_site_profile(SYSTEM, **a_profile(host_organization_id=uuid7()))
    assert levels(site.law_findings(), "No law pack") == [Level.LOOK]
    pack = PACKS["express_consent"]
    today = clock.today("Europe/London")
    adopt_law_pack(
        SYSTEM,
        pack_id=pack.id,
        legal_status=LegalStatus.ORDINARY,
        expires_on=min(pack.expires_on, today + timedelta(days=200)),
        is_demo=True,
    )

    found = list(site.law_findings())
    assert levels(iter(found), "is adopted until") == [Level.FINE]
    assert levels(iter(found), "by the demo town") == [Level.BAD]

    LawPackAdoption.objects.update(expires_on=today + timedelta(days=20), is_demo=False)
    assert levels(site.law_findings(), "ends in 20 days") == [Level.LOOK]

    LawPackAdoption.objects.update(expires_on=today - timedelta(days=1))
    assert levels(site.law_findings(), "is over") == [Level.BAD]


def test_work_that_does_not_go_on_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert levels(work.work_findings(), "No worker") == [Level.BAD]
    start_worker(SYSTEM)
    assert {finding.level for finding in work.work_findings()} == {Level.FINE}

    DBTaskResult.objects.get(id=works.enqueue("one").id).set_failed(ValueError())
    ScheduledJob.objects.create(name="tidy", due_at=clock.now(), error="builtins.ValueError")
    monkeypatch.setattr(work, "MANY_UNSEALED", 0)
    thing_done()

    found = list(work.work_findings())
    assert levels(iter(found), "failed for good. Look") == [Level.BAD]
    assert levels(iter(found), "The job tidy failed") == [Level.LOOK]
    assert levels(iter(found), "wait for their seal") == [Level.LOOK]


def test_mail_of_a_real_site_must_leave(settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "kith@localhost"
    assert [finding.level for finding in mail_settings_findings()] == [Level.LOOK]
    assert list(mail_server_findings()) == []

    settings.IS_HTTPS = True
    assert [finding.level for finding in mail_settings_findings()] == [Level.BAD, Level.BAD]

    settings.EMAIL_BACKEND, settings.DEFAULT_FROM_EMAIL = SMTP, "kith@example.org"
    assert list(mail_settings_findings()) == []
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert levels(mail_server_findings(), "did not let us in (ConnectionRefusedError)") == [Level.BAD]
    with mock.patch("smtplib.SMTP"):
        assert levels(mail_server_findings(), "answers") == [Level.FINE]


def test_translations_and_styles_are_looked_for(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "locale" / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    settings.LOCALE_PATHS, settings.STATIC_ROOT = [tmp_path / "locale"], tmp_path
    (folder / "django.po").touch()

    assert [finding.level for finding in site.asset_findings()] == [Level.BAD, Level.BAD]

    (folder / "django.mo").touch()
    (tmp_path / "staticfiles.json").touch()
    assert [finding.level for finding in site.asset_findings()] == [Level.FINE]


def test_the_doctor_says_all_of_it_and_fails_if_something_is_bad() -> None:
    out = StringIO()

    with pytest.raises(CommandError, match="must be mended"):
        call_command("doctor", stdout=out)

    assert " fine  All migrations are done." in out.getvalue()
    assert "  BAD  The site is not set up. Run: kith setup" in out.getvalue()


def test_one_look_that_the_database_refuses_hides_no_other() -> None:
    out = StringIO()
    with (
        mock.patch("kith.cli.doctor.site.site_profile", side_effect=OperationalError("no such table")),
        pytest.raises(CommandError),
    ):
        call_command("doctor", stdout=out)

    assert "profile findings: the database refused (OperationalError)" in out.getvalue()
    assert "All migrations are done" in out.getvalue()


def test_check_deploy_gives_errors_for_demo_sign_ins_and_warnings_for_the_rest(settings: Settings) -> None:
    demo_user()

    found = {message.id: message.level for message in check_site(app_configs=None)}

    assert found["kith.001"] == ERROR
    assert found["kith.003"] == WARNING
    with mock.patch("kith.cli.doctor.site.demo_users", side_effect=OperationalError("away")):
        assert "did not answer" in str(check_site(app_configs=None)[0].msg)
