"""Adopting a law pack, reviewing words."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.consent.actions.adopt_law_pack import adopt_law_pack
from kith.consent.actions.review_words import review_words
from kith.consent.law.express_consent import PACK
from kith.consent.models import LawPackAdoption
from kith.consent.queries.law_packs import law_packs
from kith.consent.queries.law_standing import law_standing
from kith.consent.terms import LegalStatus, PackStatus
from kith.core import clock
from kith.core.errors import BadInput, Denied
from kith.core.viewer import Door, Role, Viewer
from tests.factories.consent import SYSTEM, a_site, adopted, in_days
from tests.factories.partnerships import a_member, an_organization, events_of_kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    host_id = an_organization("Northgate Together")
    a_site(host_id=host_id)
    return host_id


def status(viewer=SYSTEM):
    return law_standing(viewer).packs["express_consent"]


def test_before_adoption_the_law_is_missing_and_organisations_are_ordinary(host):
    assert status() is PackStatus.MISSING
    assert law_standing(SYSTEM).legal_status is LegalStatus.ORDINARY


def test_the_privacy_officer_of_the_host_adopts_by_name_and_date(host):
    officer = a_member(host, Role.PRIVACY_OFFICER)

    adopted(officer)

    line = law_packs(officer)[0]
    assert (line.status, line.adopted_by_id) == (PackStatus.ADOPTED, officer.user_id)
    assert line.adopted_at is not None
    assert not line.is_demo
    assert len(events_of_kind("consent.law_pack_adopted")) == 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PRIVACY_OFFICER])
def test_nobody_else_at_the_host_adopts(host, role):
    with pytest.raises(Denied):
        adopted(a_member(host, role))


def test_a_privacy_officer_of_another_organisation_adopts_nothing(host):
    with pytest.raises(Denied):
        adopted(a_member(an_organization("Al-Noor Mosque"), Role.PRIVACY_OFFICER))
    assert not LawPackAdoption.objects.exists()


def test_without_a_host_only_kith_itself_adopts():
    a_site(host_id=None)

    with pytest.raises(Denied):
        adopted(a_member(an_organization("Northgate Together"), Role.PRIVACY_OFFICER))


def test_a_law_that_kith_lacks_and_a_wrong_last_day_are_refused(host):
    wrong = [
        {"pack_id": "us_hipaa", "expires_on": in_days(10)},
        {"pack_id": PACK.id, "expires_on": in_days(-1)},
        {"pack_id": PACK.id, "expires_on": PACK.expires_on + timedelta(days=1)},
    ]
    for each in wrong:
        with pytest.raises(BadInput):
            adopt_law_pack(SYSTEM, **each, legal_status=LegalStatus.ORDINARY, is_demo=False)


def test_an_adoption_counts_on_its_last_day_and_not_the_day_after(host):
    with clock.at(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        adopted(days=10)

    with clock.at(datetime(2026, 12, 4, 23, 59, tzinfo=UTC)):
        assert status() is PackStatus.ADOPTED
    with clock.at(datetime(2026, 12, 5, 0, 0, tzinfo=UTC)):
        assert status() is PackStatus.EXPIRED


def test_the_newest_adoption_counts(host):
    with clock.at(datetime(2026, 11, 1, tzinfo=UTC)):
        adopted(days=1)
    with clock.at(datetime(2026, 11, 24, tzinfo=UTC)):
        assert status() is PackStatus.EXPIRED
        adopted(days=30)
        assert status() is PackStatus.ADOPTED


def test_a_new_version_of_a_law_needs_a_new_adoption(host):
    adopted()
    LawPackAdoption.objects.update(version="0")

    assert status() is PackStatus.MISSING


def test_warnings_begin_ninety_days_before_the_end(host):
    with clock.at(datetime(2026, 11, 24, 12, tzinfo=UTC)):
        adopted(days=91)
        assert not law_packs(SYSTEM)[0].is_ending
    with clock.at(datetime(2026, 11, 25, 12, tzinfo=UTC)):
        assert law_packs(SYSTEM)[0].is_ending
        assert law_packs(SYSTEM)[0].days_left == 90


def test_the_page_of_laws_shows_every_rule_with_its_citation(host):
    lines = law_packs(SYSTEM)

    assert [rule.id for rule in lines[0].rules] == [rule.id for rule in PACK.rules]
    assert all(rule.citation and str(rule.words) for rule in lines[0].rules)


def test_nobody_known_reads_no_law(host):
    adopted()

    assert status(Viewer.nobody(Door.PUBLIC)) is PackStatus.MISSING


def test_words_are_reviewed_by_a_named_human(host):
    with pytest.raises(BadInput):
        review_words(SYSTEM, language="ar", words="Hello", reviewer_name=" ")
    with pytest.raises(Denied):
        review_words(a_member(host, Role.NAVIGATOR), language="ar", words="Hello", reviewer_name="Layla")

    review_words(
        a_member(host, Role.PRIVACY_OFFICER), language="ar", words="Hello", reviewer_name="Layla Haddad"
    )

    event = events_of_kind("consent.words_reviewed")[0]
    assert event.payload["language"] == "ar"
    assert "Layla" not in str(event.payload)
