"""\"Did you meet?\", answered once, also when the thanks were lost on the way."""

import pytest
from django.test import Client

from kith.care.models import ServiceReport
from kith.post.terms import LinkPurpose
from tests.factories.care import a_care_town, a_name_told
from tests.promises.seats import link_to
from tests.web.answer.sent_again import sent_again_after_a_cut

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("happened", ["met", "not_yet", "not_reached"])
def test_what_happened_sent_again_is_thanked_for_and_counts_once(happened: str) -> None:
    care = a_care_town()
    address = link_to(care, a_name_told(care), LinkPurpose.TELL_WHAT_HAPPENED)

    lost, again = sent_again_after_a_cut(Client(), address, happened=happened)

    assert (again.status_code, again["Location"]) == (302, f"/thanks/{happened.replace('_', '-')}/")
    assert lost["Location"] == again["Location"]
    assert ServiceReport.objects.count() == 1
