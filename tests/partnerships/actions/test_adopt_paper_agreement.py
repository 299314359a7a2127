from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from kith.consent.terms import ASK_KINDS
from kith.core.errors import BadInput, Denied, NotFound
from kith.core.files import path_of
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.adopt_paper_agreement import adopt_paper_agreement
from kith.partnerships.actions.end_agreement import end_agreement
from kith.partnerships.errors import BadDates, PaperNotReadable, PromiseWithoutParty
from kith.partnerships.models import Agreement, Paper
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.paper_of import paper_of
from kith.partnerships.queries.route import route
from kith.partnerships.terms import PartyRole, SignedHow, Standing
from kith.partnerships.wording import Party, Promise
from tests.factories.partnerships import a_member, events_of_kind, proposed
from tests.partnerships.papers import CORPUS_BAD, CORPUS_GOOD, PDF, TWENTY_ONE_MB

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KITH_FILES_DIR", tmp_path / "files")


def adopt(
    viewer: Viewer,
    other: UUID,
    *,
    paper: bytes = PDF,
    filename: str = "mou.pdf",
    signed_on: date = date(2025, 3, 1),
    promise: int = 2,
) -> UUID:
    assert viewer.organization_id is not None
    return adopt_paper_agreement(
        viewer,
        title="Our paper of 2025",
        purpose="An answer for everyone who asks.",
        parties=[Party(viewer.organization_id, PartyRole.LEAD), Party(other, PartyRole.RECEIVER)],
        promises=[Promise(other, promise)],
        scope=ASK_KINDS,
        starts_on=date(2025, 3, 1),
        review_on=date(2027, 1, 1),
        ends_on=None,
        paper=paper,
        filename=filename,
        signed_on=signed_on,
    )


def test_an_adopted_paper_is_in_force_at_once_with_its_own_evidence(manager: Viewer, mosque: UUID) -> None:
    agreement_id = adopt(manager, mosque)

    page = agreement_page(manager, agreement_id=agreement_id)
    assert page.standing is Standing.BINDS
    assert {party.signed_how for party in page.parties} == {SignedHow.ON_PAPER}
    assert page.paper is not None
    assert (page.paper.signed_on, page.paper.adopted_by, page.paper.adopted_for) == (
        date(2025, 3, 1),
        "Jo Adeyemi",
        "Northgate Clinic",
    )
    assert manager.organization_id is not None
    found = route(manager, sender_id=manager.organization_id, receiver_id=mosque)
    assert (found.agreement_id, found.promise_days) == (agreement_id, 2)


def test_the_events_hold_digests_and_dates_of_the_paper(manager: Viewer, mosque: UUID) -> None:
    agreement_id = adopt(manager, mosque)

    [event] = events_of_kind("partnerships.paper_adopted")
    page = agreement_page(manager, agreement_id=agreement_id)
    assert page.paper is not None
    assert event.payload == {
        "digest": page.digest,
        "paper_digest": page.paper.digest,
        "signed_on": "2025-03-01",
    }
    assert len(events_of_kind("partnerships.agreement_in_force")) == 1


@pytest.mark.parametrize(("filename", "content", "kind"), CORPUS_GOOD)
def test_pdf_png_and_jpeg_come_back_as_they_were(
    filename: str, content: bytes, kind: str, manager: Viewer, mosque: UUID
) -> None:
    agreement_id = adopt(manager, mosque, paper=content, filename=filename)

    copy = paper_of(manager, agreement_id=agreement_id)
    assert (copy.content, copy.content_type) == (content, kind)
    assert copy.file_name.startswith("agreement-2025-03-01.")
    assert len(events_of_kind("partnerships.paper_read")) == 1


@pytest.mark.parametrize(("filename", "content"), CORPUS_BAD)
def test_anything_else_is_turned_away_and_nothing_is_kept(
    filename: str, content: bytes, manager: Viewer, mosque: UUID
) -> None:
    with pytest.raises(PaperNotReadable) as caught:
        adopt(manager, mosque, paper=content, filename=filename)

    assert caught.value.field == "paper"
    assert not Agreement.objects.exists()
    assert not list(settings.KITH_FILES_DIR.rglob("*"))


def test_21_megabytes_are_turned_away(manager: Viewer, mosque: UUID) -> None:
    with pytest.raises(BadInput) as caught:
        adopt(manager, mosque, paper=TWENTY_ONE_MB)

    assert "20 MB" in str(caught.value)
    assert not Agreement.objects.exists()


@pytest.mark.parametrize(
    "filename", ["../../etc/passwd.pdf", "..\\..\\boot.pdf", "/abs/olute.pdf", "a\nb.pdf"]
)
def test_a_name_with_a_path_leads_nowhere(filename: str, manager: Viewer, mosque: UUID) -> None:
    agreement_id = adopt(manager, mosque, filename=filename)

    paper = Paper.objects.get()
    kept = [path for path in settings.KITH_FILES_DIR.rglob("*") if path.is_file()]
    assert kept == [path_of(paper.file_id)]
    assert paper_of(manager, agreement_id=agreement_id).file_name == "agreement-2025-03-01.pdf"


def test_the_kept_file_is_sealed(manager: Viewer, mosque: UUID) -> None:
    adopt(manager, mosque)

    assert PDF not in path_of(Paper.objects.get().file_id).read_bytes()


def test_a_paper_is_not_signed_in_the_future(manager: Viewer, mosque: UUID) -> None:
    with pytest.raises(BadDates) as caught:
        adopt(manager, mosque, signed_on=date(2026, 11, 26))

    assert caught.value.field == "signed_on"


def test_the_clauses_are_checked_like_any_others(manager: Viewer, mosque: UUID) -> None:
    with pytest.raises(PromiseWithoutParty):
        adopt(manager, mosque, promise=0)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PARTNERSHIP_MANAGER])
def test_only_partnership_managers_adopt(role: Role, clinic: UUID, mosque: UUID) -> None:
    with pytest.raises(Denied):
        adopt(a_member(clinic, role), mosque)


def test_the_other_party_reads_the_paper_and_may_end_it(manager: Viewer, mosque: UUID) -> None:
    agreement_id = adopt(manager, mosque)
    theirs = a_member(mosque, Role.PARTNERSHIP_MANAGER)

    assert paper_of(theirs, agreement_id=agreement_id).content == PDF
    page = agreement_page(theirs, agreement_id=agreement_id)
    assert page.paper is not None
    assert (page.paper.adopted_by, page.paper.adopted_for) == ("", "Northgate Clinic")
    end_agreement(theirs, agreement_id=agreement_id)


def test_strangers_do_not_get_the_paper(manager: Viewer, mosque: UUID, stranger: Viewer) -> None:
    agreement_id = adopt(manager, mosque)

    with pytest.raises(NotFound):
        paper_of(stranger, agreement_id=agreement_id)


def test_an_agreement_signed_here_has_no_paper(manager: Viewer, mosque: UUID) -> None:
    with pytest.raises(NotFound):
        paper_of(manager, agreement_id=proposed(manager, mosque))


def test_a_partner_cannot_bind_its_host_by_a_paper_of_its_own(manager: Viewer, mosque: UUID) -> None:
    assert manager.organization_id is not None
    attacker = a_member(mosque, Role.PARTNERSHIP_MANAGER)

    with pytest.raises(Denied):
        adopt(attacker, manager.organization_id)

    assert not Agreement.objects.exists()
