"""Promise 20: nothing that stands on paper, in a spreadsheet or in Kith is typed again.

The minutes at a desk: tests/journeys/agreements/test_paper_in_three_minutes.py. Here, over the site's own pages: how
much a signed paper asks, what a spreadsheet leaves behind before its look and after its undoing, and that one press
gives out every word, paper and person of an organisation's partnerships.
"""

import csv
import io
import random
import zipfile
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kith.core.viewer import Role, Viewer
from kith.exchange.partner_sheets.read_partners import read_partners
from kith.partnerships.models import Agreement, Paper, Partner, PartnerImport, Version
from kith.partnerships.queries.promised import promised
from tests.environment import scaled
from tests.factories.care import work_off
from tests.factories.partnerships import SYSTEM, a_member, a_partner, an_organization, make_host
from tests.partnerships.papers import PDF
from tests.web.partnerships.conftest import browser_of
from tests.web.shown_again import shown_again

pytestmark = pytest.mark.django_db

FIELDS = 14
NAMES = ("Open Door", "بيت الأمل", "Café Ümit", "St Brigid's, Friends", '=HYPERLINK("x")', "Al-Noor Mosque")
"""Some are known already, some stand twice, one would run as a formula elsewhere."""


@pytest.fixture(autouse=True)
def files_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KITH_FILES_DIR", tmp_path / "files")


@pytest.fixture
def manager(cache_table: None) -> Viewer:
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def mosque(manager: Viewer) -> UUID:
    return a_partner(manager, "Al-Noor Mosque")


@pytest.fixture
def desk(manager: Viewer) -> Client:
    browser = browser_of(manager)
    shown_again(browser)
    return browser


def take_in_paper(desk: Client, manager: Viewer, mosque: UUID) -> dict[str, object]:
    """Send the signed paper with all that was typed or chosen; what the form holds by itself is not counted."""
    assert manager.organization_id is not None
    ours, theirs = manager.organization_id.hex, mosque.hex
    typed: dict[str, object] = {
        "paper": SimpleUploadedFile("mou.pdf", PDF, content_type="application/pdf"),
        "signed_on": "2025-03-01",
        "title": "Answering each other",
        f"role_{theirs}": "receiver",
        f"days_{theirs}": "3",
        "scope": ["need", "language", "name", "contact"],
    }
    held = {"key": str(uuid4()), "kind": "mou", "starts_on": "2025-03-01", f"role_{ours}": "lead"}
    answer = desk.post(reverse("adopt_paper_agreement"), held | typed)
    assert answer.status_code == 302, answer.content.decode()
    return typed


def test_a_signed_paper_binds_by_a_few_fields_and_none_of_its_words(
    desk: Client, manager: Viewer, mosque: UUID
) -> None:
    typed = take_in_paper(desk, manager, mosque)

    agreement = Agreement.objects.get()
    assert agreement.status == "in_force"
    assert manager.organization_id is not None
    found = promised(SYSTEM, sender_id=manager.organization_id, receiver_id=mosque, service_id=None)
    assert found.response is not None
    assert len(typed) <= FIELDS
    copy = desk.get(reverse("agreement_paper", args=[agreement.pk]))
    assert isinstance(copy, HttpResponse)
    assert copy.content == PDF


def a_sheet(seed: int) -> bytes:
    """A sheet as somebody keeps it: other columns too, rows that repeat, rows that cannot be read."""
    chance = random.Random(seed)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Name", "Colour", "Contact person", "Role", "E-mail", "MOU", "Response days"])
    for row in range(chance.randint(1, 9)):
        name = chance.choice(NAMES)
        mail = chance.choice(["", "nobody", f"ana{row}@partner.example"])
        agreement = chance.choice(["", "A roof", "Company and food"])
        days = chance.choice(["", "3", "soon"])
        writer.writerow(
            [name, "red", "Ana Ruiz" if mail else "", "Lead" if mail else "", mail, agreement, days]
        )
    writer.writerow(["Harbour House", "", "", "", "", "", ""])
    return text.getvalue().encode()


def rows_kept() -> dict[str, list[tuple[object, ...]]]:
    """Every row of the partnerships, but for the sheets that were sent and the days of routine mail."""
    return {
        model.__name__: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_app_config("partnerships").get_models()
        if model is not PartnerImport
    }


def sent(desk: Client, content: bytes) -> str:
    """Send the sheet; the address of the look at it."""
    what = {"key": uuid4(), "file": SimpleUploadedFile("ours.csv", content), "code_word": "Walnut"}
    return desk.post(reverse("import_partners"), what).headers["Location"]


@pytest.mark.parametrize("seed", range(scaled(40, least=4)))
def test_a_spreadsheet_is_only_looked_at_until_taken_in_and_leaves_nothing_when_undone(
    seed: int, desk: Client, mosque: UUID
) -> None:
    work_off()
    before = rows_kept()

    desk.get(sent(desk, a_sheet(seed)))
    looked_at = rows_kept()
    import_id = PartnerImport.objects.get().pk
    desk.post(reverse("take_in_partners", args=[import_id]), {"key": uuid4()})
    taken = rows_kept()
    desk.post(reverse("undo_partner_import", args=[import_id]), {"key": uuid4()})

    assert looked_at == before
    assert "Harbour House" in str(names()) or taken != before
    assert rows_kept() == before


def names() -> list[str]:
    return [partner.organization.name for partner in Partner.objects.select_related("organization")]


def test_one_press_gives_out_every_word_paper_and_person(
    desk: Client, manager: Viewer, mosque: UUID, tmp_path: Path
) -> None:
    take_in_paper(desk, manager, mosque)
    sheet = (
        b"Organisation,Contact,Role,Email,Agreement\nOpen Door,Ana Ruiz,Lead,ana@open-door.example,A roof\n"
    )
    sent(desk, sheet)
    desk.post(reverse("take_in_partners", args=[PartnerImport.objects.get().pk]), {"key": uuid4()})

    answer = desk.post(reverse("export_ours"))

    assert isinstance(answer, HttpResponse)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    assert {sha256(content).hexdigest() for name, content in files.items() if name.endswith(".txt")} >= set(
        Version.objects.exclude(text_digest="").values_list("text_digest", flat=True)
    )
    assert PDF in files.values()
    assert Paper.objects.count() == sum("-paper-" in name for name in files)
    (tmp_path / "partners.csv").write_bytes(files["partners.csv"])
    again = read_partners(tmp_path / "partners.csv", code_word="")
    assert all(row.can_be_used for row in again)
    assert {row.organization_name for row in again} == {"Al-Noor Mosque", "Open Door"}
    assert {(row.contact, row.contact_role, row.email) for row in again} >= {
        ("Ana Ruiz", "Lead", "ana@open-door.example")
    }
    assert {row.code_word for row in again} == set(Partner.objects.values_list("code_word", flat=True))
