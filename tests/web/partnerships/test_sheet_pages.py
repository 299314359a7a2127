import io
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kith.exchange.partner_sheets.read_partners import read_partners
from kith.partnerships.models import Partner, PartnerImport
from tests.web.partnerships.conftest import Town
from tests.web.shown_again import shown_again

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def has_shown_again_who_it_is(manager: Client) -> None:
    shown_again(manager)


SHEET = (
    b"Organisation,Contact,Role,Email,Agreement\nOpen Door,Ana Ruiz,Lead,ana@open-door.example,A roof\n,,,,\n"
)


def send(browser: Client, content: bytes, name: str = "partners.csv") -> str:
    """Where the sent sheet leads; empty where the form came back."""
    sent = {"key": uuid4(), "file": SimpleUploadedFile(name, content), "code_word": "Walnut"}
    response = browser.post(reverse("import_partners"), sent)
    return response.headers.get("Location", "")


def test_a_sheet_is_looked_at_taken_in_and_undone(town: Town, manager: Client) -> None:
    preview = send(manager, SHEET)
    before = Partner.objects.count()
    shown = manager.get(preview).content.decode()

    import_id = PartnerImport.objects.get().pk
    manager.post(reverse("take_in_partners", kwargs={"import_id": import_id}), {"key": uuid4()})
    taken = Partner.objects.count()
    after = manager.get(preview).content.decode()
    manager.post(reverse("undo_partner_import", kwargs={"import_id": import_id}), {"key": uuid4()})

    assert "Open Door" in shown
    assert "Ana Ruiz" in shown
    assert taken == before + 1
    assert "Undo all of it" in after
    assert Partner.objects.count() == before


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Colour\nred\n", b"PK\x03\x04 no zip at all"])
def test_a_file_that_is_no_sheet_comes_back_with_a_sentence(
    town: Town, manager: Client, content: bytes
) -> None:
    sent = {"key": uuid4(), "file": SimpleUploadedFile("x.csv", content), "code_word": "Walnut"}

    response = manager.post(reverse("import_partners"), sent)

    assert response.status_code == 422
    assert 'id="id_file_error"' in response.content.decode()
    assert not PartnerImport.objects.exists()


def test_others_do_not_find_the_pages(town: Town, manager: Client, coordinator: Client) -> None:
    preview = send(manager, SHEET)

    assert coordinator.get(reverse("import_partners")).status_code == 404
    assert coordinator.get(preview).status_code == 404
    assert coordinator.get(reverse("partner_template")).status_code == 404


def test_what_goes_out_can_be_taken_in_again(town: Town, manager: Client, tmp_path: Path) -> None:
    response = manager.post(reverse("export_ours"))

    with zipfile.ZipFile(io.BytesIO(response.content)) as bundle:
        names = bundle.namelist()
        (tmp_path / "partners.csv").write_bytes(bundle.read("partners.csv"))
        texts = [bundle.read(name).decode() for name in names if name.endswith(".txt")]
    rows = read_partners(tmp_path / "partners.csv", code_word="Walnut")
    assert rows
    assert all(row.can_be_used for row in rows)
    assert {"agreements.csv", "listings.json"} <= set(names)
    assert any("SHA-256" in text for text in texts)


def test_only_managers_and_admins_take_it_away(town: Town, coordinator: Client) -> None:
    assert coordinator.get(reverse("export_ours")).status_code == 404
    assert coordinator.post(reverse("export_ours")).status_code == 404
