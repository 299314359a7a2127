from datetime import date, timedelta
from uuid import UUID

import pytest

from kith.core import clock
from kith.core.errors import BadInput, Denied, NotFound, StatusConflict
from kith.core.viewer import Role, Viewer
from kith.directory.models import Organization
from kith.partnerships.actions.begin_partner_import import begin_partner_import
from kith.partnerships.actions.propose_draft import propose_draft
from kith.partnerships.actions.take_in_partners import take_in_partners
from kith.partnerships.actions.undo_partner_import import undo_partner_import
from kith.partnerships.models import Agreement, Partner, PartnerContact, PartnerImport, Version
from kith.partnerships.queries.agreement_page import agreement_page
from kith.partnerships.queries.partner_import_page import partner_import_page
from kith.partnerships.sheet_rows import SheetPartner, read, written
from tests.factories.partnerships import a_member, a_partner, an_organization, make_host

pytestmark = pytest.mark.django_db

NOOR = SheetPartner(
    row=2,
    organization_name="Al-Noor",
    code_word="Walnut",
    contact="Fatima Noor",
    contact_role="Volunteer",
    email="fatima@al-noor.example",
    agreement="Company and food",
    starts_on=date(2026, 1, 1),
    they_answer=2,
)
HUB = SheetPartner(
    row=3, organization_name="Food hub", code_word="Walnut", agreement="company and food", we_answer=3
)
BAD = SheetPartner(row=4, organization_name="", faults=("Organisation: is empty.",))


@pytest.fixture
def host(manager: Viewer) -> Viewer:
    make_host(manager)
    return manager


def test_rows_stay_as_they_were_until_they_are_taken_in() -> None:
    assert read(written((NOOR, HUB, BAD))) == (NOOR, HUB, BAD)


def test_the_preview_writes_nothing(host: Viewer) -> None:
    before = (Partner.objects.count(), PartnerContact.objects.count(), Organization.objects.count())

    page = partner_import_page(host, import_id=begin_partner_import(host, rows=(NOOR, HUB, BAD)))

    assert (Partner.objects.count(), PartnerContact.objects.count(), Organization.objects.count()) == before
    assert (page.partners, page.contacts, page.agreements) == (2, 1, 1)
    assert [row.can_be_used for row in page.rows] == [True, True, False]
    assert "Fatima" not in str(PartnerImport.objects.values_list("rows", flat=True).get())


def test_rows_with_one_agreement_become_one_draft_with_all_its_parties(host: Viewer) -> None:
    import_id = take_in_partners(host, import_id=begin_partner_import(host, rows=(NOOR, HUB, BAD)))

    version = Version.objects.get()
    page = agreement_page(host, agreement_id=version.agreement_id)
    assert [party.name for party in page.parties[1:]] == ["Al-Noor", "Food hub"]
    assert sorted(promise.days for promise in page.promises) == [2, 3]
    assert (page.scope, Agreement.objects.get().status) == ((), "draft")
    kept = PartnerImport.objects.get(pk=import_id)
    assert (kept.rows, len(kept.made["partners"]), len(kept.made["contacts"])) == ("", 2, 1)


def test_what_is_known_stays_as_it_is(host: Viewer) -> None:
    take_in_partners(host, import_id=begin_partner_import(host, rows=(NOOR, HUB)))

    again = partner_import_page(host, import_id=begin_partner_import(host, rows=(NOOR, HUB)))
    take_in_partners(host, import_id=again.id)

    assert (again.partners, again.contacts, again.agreements) == (0, 0, 0)
    assert (Partner.objects.count(), PartnerContact.objects.count(), Agreement.objects.count()) == (2, 1, 1)


def test_a_name_that_two_organisations_bear_is_left_out(host: Viewer) -> None:
    for _ in range(2):
        an_organization("al-noor")

    page = partner_import_page(host, import_id=begin_partner_import(host, rows=(NOOR,)))

    assert (page.rows[0].is_twice, page.partners) == (True, 0)


def test_a_step_that_fails_leaves_nothing_half_made(host: Viewer) -> None:
    wrong = SheetPartner(row=3, organization_name="Food hub", code_word="")
    import_id = begin_partner_import(host, rows=(NOOR, wrong))

    with pytest.raises(BadInput):
        take_in_partners(host, import_id=import_id)

    assert not Partner.objects.exists()
    assert PartnerImport.objects.get().taken_at is None


def test_undoing_takes_back_all_that_nobody_has_used(host: Viewer) -> None:
    import_id = take_in_partners(host, import_id=begin_partner_import(host, rows=(NOOR, HUB)))

    undo_partner_import(host, import_id=import_id)

    assert not Partner.objects.exists()
    assert not PartnerContact.objects.exists()
    assert not Agreement.objects.exists()
    with pytest.raises(StatusConflict):
        undo_partner_import(host, import_id=import_id)


def test_what_was_used_since_stays(host: Viewer) -> None:
    import_id = take_in_partners(host, import_id=begin_partner_import(host, rows=(NOOR, HUB)))
    agreement_id = Agreement.objects.get().pk
    propose_draft(host, agreement_id=agreement_id)

    undo_partner_import(host, import_id=import_id)

    assert Agreement.objects.get().status == "proposed"
    assert Partner.objects.count() == 2
    assert not PartnerContact.objects.filter(is_active=True).exists()


def test_after_seven_days_it_stays(host: Viewer) -> None:
    import_id = take_in_partners(host, import_id=begin_partner_import(host, rows=(HUB,)))

    with clock.at(clock.now() + timedelta(days=7)), pytest.raises(StatusConflict):
        undo_partner_import(host, import_id=import_id)


def test_it_is_taken_in_once(host: Viewer) -> None:
    import_id = take_in_partners(host, import_id=begin_partner_import(host, rows=(HUB,)))

    with pytest.raises(StatusConflict):
        take_in_partners(host, import_id=import_id)


@pytest.mark.parametrize("rows", [(), (HUB,) * 501])
def test_an_empty_or_endless_sheet_is_turned_away(host: Viewer, rows: tuple[SheetPartner, ...]) -> None:
    with pytest.raises(BadInput):
        begin_partner_import(host, rows=rows)


def test_only_the_host_takes_partners_in(host: Viewer, navigator: Viewer, stranger: Viewer) -> None:
    mosque: UUID = a_partner(host, "Masjid")
    import_id = begin_partner_import(host, rows=(HUB,))

    for viewer in (navigator, stranger, a_member(mosque, Role.PARTNERSHIP_MANAGER)):
        with pytest.raises(Denied):
            begin_partner_import(viewer, rows=(HUB,))
        with pytest.raises(NotFound):
            partner_import_page(viewer, import_id=import_id)
        with pytest.raises(NotFound):
            take_in_partners(viewer, import_id=import_id)
