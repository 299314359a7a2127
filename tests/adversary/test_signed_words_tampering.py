"""Every changed byte of signed words, of a clause kept as data, or of a paper is reported; else nothing is."""

import json
from collections.abc import Iterator
from hashlib import sha256
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction

from kith.consent.terms import ASK_KINDS
from kith.core import clock
from kith.core.errors import Denied
from kith.core.files import path_of
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.adopt_paper_agreement import adopt_paper_agreement
from kith.partnerships.clauses.answering import ResponsePromise
from kith.partnerships.clauses.places import ReferralRoute
from kith.partnerships.clauses.sharing import DataScope
from kith.partnerships.models import AgreementParty, Clause, Paper, Version
from kith.partnerships.queries.verify_agreements import verify_agreements
from kith.partnerships.terms import PartyRole
from kith.partnerships.wording import Party, Promise
from tests.environment import TEST_SCALE
from tests.factories.partnerships import SYSTEM, a_member, a_partner, an_organization, make_host
from tests.factories.promises import clause, signed
from tests.partnerships.papers import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.heavy]
FEW = 40


@pytest.fixture
def manager(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Viewer:
    monkeypatch.setattr(settings, "KITH_FILES_DIR", tmp_path / "files")
    manager = a_member(an_organization("Northgate Clinic"), Role.PARTNERSHIP_MANAGER)
    make_host(manager)
    return manager


@pytest.fixture
def version(manager: Viewer) -> Version:
    mosque = a_partner(manager, "Al-Noor Mosque")
    assert manager.organization_id is not None
    said = [
        clause(ResponsePromise(days=3, urgent_hours=4), by=mosque),
        clause(DataScope(kinds=ASK_KINDS, labels_excluded=("hiv",)), by=None),
        clause(ReferralRoute(then=(manager.organization_id,)), by=mosque),
    ]
    return Version.objects.get(agreement_id=signed(manager, mosque, clauses=said))


@pytest.fixture
def paper(manager: Viewer) -> Paper:
    assert manager.organization_id is not None
    choir = a_partner(manager, "Choir")
    agreement_id = adopt_paper_agreement(
        manager,
        title="Our paper of 2025",
        purpose="An answer for everyone who asks.",
        parties=[Party(manager.organization_id, PartyRole.LEAD), Party(choir, PartyRole.RECEIVER)],
        promises=[Promise(choir, 2)],
        scope=ASK_KINDS,
        starts_on=clock.now().date(),
        review_on=None,
        ends_on=None,
        paper=PDF,
        filename="mou.pdf",
        signed_on=clock.now().date(),
    )
    return Paper.objects.get(version__agreement_id=agreement_id)


def places(length: int) -> range:
    """All positions at full scale, some of them else."""
    return range(length) if TEST_SCALE >= 1 else range(0, length, max(1, length // FEW))


def reported() -> set[UUID]:
    return {fault.agreement_id for fault in verify_agreements(SYSTEM).faults}


def test_nothing_is_reported_of_what_nobody_touched(version: Version, paper: Paper) -> None:
    found = verify_agreements(SYSTEM)

    assert found.faults == ()
    assert (found.wordings, found.papers) == (2, 1)


def test_every_changed_byte_of_the_words_is_reported(version: Version) -> None:
    missed = []
    for at in places(len(version.text)):
        changed = version.text[:at] + chr(ord(version.text[at]) ^ 1) + version.text[at + 1 :]
        with transaction.atomic():
            Version.objects.filter(pk=version.pk).update(text=changed)
            if version.agreement_id not in reported():
                missed.append(at)
            transaction.set_rollback(True)

    assert missed == []


def test_a_new_digest_beside_new_words_is_reported(version: Version) -> None:
    changed = version.text.replace("3", "9")
    Version.objects.filter(pk=version.pk).update(
        text=changed, text_digest=sha256(changed.encode()).hexdigest()
    )

    assert reported() == {version.agreement_id}


def other_terms(terms: object) -> Iterator[object]:
    """Every value that the terms become when one byte of their JSON is another."""
    kept = json.dumps(terms)
    for at in places(len(kept)):
        for flip in (1, 2, 16):
            changed = kept[:at] + chr(ord(kept[at]) ^ flip) + kept[at + 1 :]
            try:
                value = json.loads(changed)
            except ValueError:
                continue
            if value != terms and "\x00" not in changed:
                yield value


def test_every_changed_byte_of_a_clause_is_reported(version: Version) -> None:
    missed = []
    for row in Clause.objects.filter(version=version):
        for value in other_terms(row.terms):
            with transaction.atomic():
                Clause.objects.filter(pk=row.pk).update(terms=value)
                if version.agreement_id not in reported():
                    missed.append(value)
                transaction.set_rollback(True)

    assert missed == []


@pytest.mark.parametrize(
    "changes", [{"place": 90}, {"note": "And more."}, {"organization": None}, {"kind": "follow_up_promise"}]
)
def test_a_clause_that_is_owed_otherwise_is_reported(version: Version, changes: dict[str, object]) -> None:
    first = Clause.objects.filter(version=version).order_by("place")[0]
    Clause.objects.filter(pk=first.pk).update(**changes)

    assert reported() == {version.agreement_id}


def test_a_clause_or_a_party_put_in_or_taken_out_is_reported(version: Version) -> None:
    for rows in (Clause.objects.filter(version=version), AgreementParty.objects.filter(version=version)):
        with transaction.atomic():
            rows.order_by("pk")[0].delete()
            assert reported() == {version.agreement_id}
            transaction.set_rollback(True)


@pytest.mark.parametrize("changes", [{"title": "Other"}, {"ends_on": "2027-01-01"}, {"purpose": "Other."}])
def test_words_beside_the_text_are_compared_too(version: Version, changes: dict[str, str]) -> None:
    Version.objects.filter(pk=version.pk).update(**changes)

    assert reported() == {version.agreement_id}


def test_words_that_are_gone_or_emptied_are_reported(version: Version) -> None:
    Version.objects.filter(pk=version.pk).update(text="")

    assert reported() == {version.agreement_id}


def test_every_changed_byte_of_a_paper_is_reported(version: Version, paper: Paper) -> None:
    file = path_of(paper.file_id)
    kept = file.read_bytes()
    missed = []
    for at in places(len(kept)):
        file.write_bytes(kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :])
        if reported() != {paper.version.agreement_id}:
            missed.append(at)
    file.write_bytes(kept)

    assert missed == []
    assert reported() == set()


def test_a_paper_that_is_gone_or_of_which_the_row_is_gone_is_reported(paper: Paper) -> None:
    agreement_id = paper.version.agreement_id
    path_of(paper.file_id).unlink()
    assert reported() == {agreement_id}

    paper.delete()
    assert reported() == {agreement_id}


def test_only_kith_itself_compares_them(manager: Viewer) -> None:
    with pytest.raises(Denied):
        verify_agreements(manager)


def test_the_command_tells_what_was_changed(version: Version) -> None:
    out = StringIO()
    call_command("audit", "verify", stdout=out)
    Version.objects.filter(pk=version.pk).update(text=version.text + " ")

    with pytest.raises(CommandError, match="were changed"):
        call_command("audit", "verify")

    assert "All words of 1 versions of agreements, and 0 papers, are whole." in out.getvalue()
