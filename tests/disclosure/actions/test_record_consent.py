import pytest

from kith.consent.errors import NeedsAHelper
from kith.consent.models import ConsentDirective, ConsentGrant
from kith.consent.terms import GivenHow
from kith.core.errors import Denied, NotFound
from kith.core.ids import uuid7
from kith.core.viewer import Role
from kith.disclosure.actions.record_consent import record_consent
from kith.disclosure.errors import NotTheirContact
from tests.factories.consent import EVERYTHING, WORDS, in_days, reviewed
from tests.factories.disclosure import a_town
from tests.factories.partnerships import a_contact, a_member, a_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return a_town()


def said(town, viewer, given_how=GivenHow.ON_SCREEN_WITH_WORKER, **changes):
    answer = {
        "person_id": town.person_id,
        "recipient_id": town.recipient_id,
        "contact_id": town.contact_id,
        "about": town.about,
        "kinds": EVERYTHING,
        "until": in_days(30),
        "words": WORDS,
        "language": "ar",
        "interpreted_into": "",
        "interpreter": "",
        **changes,
    }
    return record_consent(viewer, given_how=given_how, **answer)


def test_the_holder_and_the_worker_are_kept_with_it(town):
    consent_id = said(town, town.navigator)

    grant = ConsentGrant.objects.get(id=consent_id)
    directive = ConsentDirective.objects.get(id=grant.directive_id)
    assert grant.holder_id == town.holder_id
    assert directive.worker_id == town.navigator.user_id


def test_in_the_portal_there_is_no_worker(town):
    with pytest.raises(NeedsAHelper):
        said(town, town.person)
    reviewed()

    said(town, town.person, GivenHow.BY_THE_PERSON)

    assert ConsentDirective.objects.get().worker_id is None


def test_a_yes_names_a_contact_of_that_partner_or_none(town):
    elsewhere = a_contact(town.manager, a_partner(town.manager, "Open Door"))

    for wrong in (elsewhere, uuid7()):
        with pytest.raises(NotTheirContact):
            said(town, town.navigator, contact_id=wrong)
    said(town, town.navigator, contact_id=None)


def test_only_for_a_person_of_ones_own(town):
    with pytest.raises(NotFound):
        said(town, town.coordinator)
    with pytest.raises(NotFound):
        said(town, a_member(town.recipient_id, Role.NAVIGATOR))
    with pytest.raises(Denied):
        said(town, town.privacy_officer)
    assert not ConsentGrant.objects.exists()
