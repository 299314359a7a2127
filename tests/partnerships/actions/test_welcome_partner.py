from datetime import date
from uuid import UUID

import pytest

from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role, Viewer
from kith.partnerships.actions.welcome_partner import welcome_partner
from kith.partnerships.errors import AlreadyPartner, BadWeek, CodeWordMissing
from kith.partnerships.models import Partner
from kith.partnerships.queries.partner_page import partner_page
from tests.factories.partnerships import OFFICE, a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


def welcome(viewer: Viewer, organization_id: UUID, code_word: str = "Walnut", timezone: str = "UTC") -> UUID:
    return welcome_partner(
        viewer,
        organization_id=organization_id,
        code_word=code_word,
        timezone=timezone,
        days=OFFICE,
        closed_on=[date(2026, 12, 25)],
    )


def test_a_welcomed_partner_has_its_word_and_its_days(manager: Viewer) -> None:
    organization_id = an_organization("Al-Noor Mosque")

    welcome(manager, organization_id, code_word="  green   walnut ")

    page = partner_page(manager, organization_id=organization_id)
    assert (page.name, page.code_word, len(page.days)) == ("Al-Noor Mosque", "green walnut", 5)
    assert page.closed_on == (date(2026, 12, 25),)
    assert [e.organization_id for e in events_of_kind("partnerships.partner_welcomed")] == [organization_id]


def test_a_partner_is_welcomed_once(manager: Viewer, mosque: UUID) -> None:
    with pytest.raises(AlreadyPartner):
        welcome(manager, mosque)

    assert Partner.objects.filter(organization_id=mosque).count() == 1


def test_an_organisation_must_be_in_the_directory(manager: Viewer) -> None:
    with pytest.raises(NotFound):
        welcome(manager, uuid7())


@pytest.mark.parametrize("word", ["", "  ", "ab", "x" * 41])
def test_a_code_word_is_needed(manager: Viewer, word: str) -> None:
    with pytest.raises(CodeWordMissing) as caught:
        welcome(manager, an_organization("A"), code_word=word)

    assert caught.value.field == "code_word"


def test_an_unknown_time_zone_is_turned_away(manager: Viewer) -> None:
    with pytest.raises(BadWeek) as caught:
        welcome(manager, an_organization("A"), timezone="Middle/Earth")

    assert caught.value.field == "timezone"


def test_a_navigator_does_not_welcome(navigator: Viewer) -> None:
    with pytest.raises(Denied):
        welcome(navigator, an_organization("A"))


def test_no_partner_welcomes_another_organisation_and_so_comes_to_look_after_it(
    manager: Viewer, mosque: UUID
) -> None:
    legal_aid = an_organization("Harbour Legal Aid")

    for role in (Role.PARTNERSHIP_MANAGER, Role.ADMIN):
        with pytest.raises(Denied):
            welcome(a_member(mosque, role), legal_aid)

    assert not Partner.objects.filter(organization_id=legal_aid).exists()
    welcome(manager, legal_aid)


def test_nobody_welcomes_for_a_site_that_has_no_host_yet(db: None) -> None:
    with pytest.raises(Denied):
        welcome(a_member(an_organization("A"), Role.ADMIN), an_organization("B"))
